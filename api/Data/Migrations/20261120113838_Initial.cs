using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class Initial : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    RatedOutcome = table.Column<string>(type: "TEXT", nullable: true),
                    FinalText = table.Column<string>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    RunAfterTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntilTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeContents",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Collection = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<double>(type: "REAL", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    FailureCode = table.Column<string>(type: "TEXT", nullable: true),
                    FailureDetail = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    Pages = table.Column<int>(type: "INTEGER", nullable: true),
                    Passages = table.Column<int>(type: "INTEGER", nullable: false),
                    HiddenText = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeContents", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeDocuments",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Collection = table.Column<string>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", nullable: false),
                    FileNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Tags = table.Column<string>(type: "TEXT", nullable: false),
                    UploadedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    LiveContentKey = table.Column<long>(type: "INTEGER", nullable: true),
                    PendingContentKey = table.Column<long>(type: "INTEGER", nullable: true),
                    Retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeDocuments", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Passages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Partition = table.Column<int>(type: "INTEGER", nullable: false),
                    Page = table.Column<int>(type: "INTEGER", nullable: true),
                    SectionPage = table.Column<int>(type: "INTEGER", nullable: true),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passages", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Organisation_CreatedTicks",
                table: "Drafts",
                columns: new[] { "Organisation", "CreatedTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_RunAfterTicks",
                table: "Jobs",
                columns: new[] { "State", "RunAfterTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeContents_Organisation_Collection_Sha256",
                table: "KnowledgeContents",
                columns: new[] { "Organisation", "Collection", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeDocuments_LiveContentKey",
                table: "KnowledgeDocuments",
                column: "LiveContentKey");

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeDocuments_Organisation_Collection_DocumentId_FileNumber",
                table: "KnowledgeDocuments",
                columns: new[] { "Organisation", "Collection", "DocumentId", "FileNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeDocuments_PendingContentKey",
                table: "KnowledgeDocuments",
                column: "PendingContentKey");

            migrationBuilder.CreateIndex(
                name: "IX_Passages_ContentKey_Page",
                table: "Passages",
                columns: new[] { "ContentKey", "Page" });

            // Every change of what can be found is numbered where it is made, whoever makes it: the index in memory follows these numbers.
            migrationBuilder.Sql("CREATE TABLE KnowledgeChanges (Sequence INTEGER PRIMARY KEY AUTOINCREMENT, DocumentKey INTEGER NOT NULL)");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeDocuments_Added AFTER INSERT ON KnowledgeDocuments WHEN new.LiveContentKey IS NOT NULL BEGIN INSERT INTO KnowledgeChanges (DocumentKey) VALUES (new.Key); END");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeDocuments_Changed AFTER UPDATE OF DocumentId, Tags, LiveContentKey ON KnowledgeDocuments BEGIN INSERT INTO KnowledgeChanges (DocumentKey) VALUES (new.Key); END");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeDocuments_Removed AFTER DELETE ON KnowledgeDocuments BEGIN INSERT INTO KnowledgeChanges (DocumentKey) VALUES (old.Key); END");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE KnowledgeChanges");
            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "KnowledgeContents");

            migrationBuilder.DropTable(
                name: "KnowledgeDocuments");

            migrationBuilder.DropTable(
                name: "Passages");
        }
    }
}
