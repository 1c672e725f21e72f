using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class SavedRepliesAndStyles : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "EditedShare",
                table: "Drafts",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KnowledgeVersion",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Model",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PromptVersion",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Provider",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Score",
                table: "Drafts",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateTable(
                name: "SavedReplies",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Questions = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedReplies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WritingStyles",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WritingStyles", x => new { x.Organisation, x.Person });
                });

            migrationBuilder.CreateIndex(
                name: "IX_SavedReplies_Organisation_Name",
                table: "SavedReplies",
                columns: new[] { "Organisation", "Name" },
                unique: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SavedReplies");

            migrationBuilder.DropTable(
                name: "WritingStyles");

            migrationBuilder.DropColumn(
                name: "EditedShare",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "KnowledgeVersion",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Model",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "PromptVersion",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Provider",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Score",
                table: "Drafts");
        }
    }
}
