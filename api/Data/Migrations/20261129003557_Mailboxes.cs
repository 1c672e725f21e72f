using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class Mailboxes : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Mailboxes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    Credentials = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Cursor = table.Column<string>(type: "TEXT", nullable: true),
                    Subscription = table.Column<string>(type: "TEXT", nullable: true),
                    RenewSubscriptionTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    ConnectedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    SyncedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mailboxes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    MailboxId = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<string>(type: "TEXT", nullable: false),
                    InternetMessageId = table.Column<string>(type: "TEXT", nullable: true),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    Identity = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    FromAddress = table.Column<string>(type: "TEXT", nullable: true),
                    ReceivedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SkippedReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReceivedMessages_Mailboxes_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "Mailboxes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedContents",
                columns: table => new
                {
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedContents", x => x.MessageId);
                    table.ForeignKey(
                        name: "FK_ReceivedContents_ReceivedMessages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "ReceivedMessages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mailboxes_Organisation_Address",
                table: "Mailboxes",
                columns: new[] { "Organisation", "Address" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMessages_MailboxId_ConversationId_SeenTicks",
                table: "ReceivedMessages",
                columns: new[] { "MailboxId", "ConversationId", "SeenTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMessages_MailboxId_Identity",
                table: "ReceivedMessages",
                columns: new[] { "MailboxId", "Identity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMessages_MailboxId_ProviderId",
                table: "ReceivedMessages",
                columns: new[] { "MailboxId", "ProviderId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMessages_MailboxId_SeenTicks",
                table: "ReceivedMessages",
                columns: new[] { "MailboxId", "SeenTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMessages_Organisation_FromAddress_SeenTicks",
                table: "ReceivedMessages",
                columns: new[] { "Organisation", "FromAddress", "SeenTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMessages_Organisation_State_SeenTicks",
                table: "ReceivedMessages",
                columns: new[] { "Organisation", "State", "SeenTicks" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReceivedContents");

            migrationBuilder.DropTable(
                name: "ReceivedMessages");

            migrationBuilder.DropTable(
                name: "Mailboxes");
        }
    }
}
