using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class Triage : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ClassificationCorrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Sentiment = table.Column<string>(type: "TEXT", nullable: true),
                    Urgency = table.Column<string>(type: "TEXT", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: true),
                    Intent = table.Column<string>(type: "TEXT", nullable: true),
                    Refused = table.Column<bool>(type: "INTEGER", nullable: false),
                    HeldBack = table.Column<int>(type: "INTEGER", nullable: false),
                    RightBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    RightAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassificationCorrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClassificationLabels",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Configuration = table.Column<string>(type: "TEXT", nullable: false),
                    Categories = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Intents = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassificationLabels", x => x.Organisation);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClassificationCorrections_Organisation",
                table: "ClassificationCorrections",
                column: "Organisation");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClassificationCorrections");

            migrationBuilder.DropTable(
                name: "ClassificationLabels");
        }
    }
}
