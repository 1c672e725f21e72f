using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class PrivacyDuties : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Correspondent",
                table: "ModelDisclosures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Askers",
                table: "KnowledgeGaps",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "KnowledgeDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correspondent",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Correspondent",
                table: "ClassificationCorrections",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "AuditActors",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correspondent",
                table: "AskedQuestions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AuditStarts",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", nullable: false),
                    Proof = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditStarts", x => x.Organisation);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeCollections",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Readers = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeCollections", x => new { x.Organisation, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonMarkKeys",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonMarkKeys", x => x.Organisation);
                });

            migrationBuilder.CreateTable(
                name: "Purges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelDisclosures_Organisation_Correspondent",
                table: "ModelDisclosures",
                columns: new[] { "Organisation", "Correspondent" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Organisation_Correspondent",
                table: "Drafts",
                columns: new[] { "Organisation", "Correspondent" });

            migrationBuilder.CreateIndex(
                name: "IX_Purges_Organisation",
                table: "Purges",
                column: "Organisation");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditStarts");

            migrationBuilder.DropTable(
                name: "KnowledgeCollections");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "PersonMarkKeys");

            migrationBuilder.DropTable(
                name: "Purges");

            migrationBuilder.DropIndex(
                name: "IX_ModelDisclosures_Organisation_Correspondent",
                table: "ModelDisclosures");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_Organisation_Correspondent",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Correspondent",
                table: "ModelDisclosures");

            migrationBuilder.DropColumn(
                name: "Askers",
                table: "KnowledgeGaps");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "KnowledgeDocuments");

            migrationBuilder.DropColumn(
                name: "Correspondent",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Correspondent",
                table: "ClassificationCorrections");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "AuditActors");

            migrationBuilder.DropColumn(
                name: "Correspondent",
                table: "AskedQuestions");
        }
    }
}
