using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class MailboxUse : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ReadSinceTicks",
                table: "Mailboxes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "SentAcknowledgements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    MailboxId = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    SentTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentAcknowledgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SentAcknowledgements_Mailboxes_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "Mailboxes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SentAcknowledgements_MailboxId_Address_SentTicks",
                table: "SentAcknowledgements",
                columns: new[] { "MailboxId", "Address", "SentTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_SentAcknowledgements_Organisation_Address",
                table: "SentAcknowledgements",
                columns: new[] { "Organisation", "Address" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SentAcknowledgements");

            migrationBuilder.DropColumn(
                name: "ReadSinceTicks",
                table: "Mailboxes");
        }
    }
}
