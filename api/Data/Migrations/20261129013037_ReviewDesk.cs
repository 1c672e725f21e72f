using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class ReviewDesk : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DraftFacts",
                columns: table => new
                {
                    DraftId = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRevision = table.Column<bool>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Sentiment = table.Column<string>(type: "TEXT", nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", nullable: false),
                    Grounding = table.Column<string>(type: "TEXT", nullable: false),
                    OpenQuestions = table.Column<int>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false),
                    Milliseconds = table.Column<double>(type: "REAL", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    EditDistance = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftFacts", x => x.DraftId);
                });

            migrationBuilder.CreateTable(
                name: "ReviewEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true),
                    EditDistance = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    MailboxId = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    DraftId = table.Column<string>(type: "TEXT", nullable: true),
                    DraftTag = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    EscalatedFor = table.Column<string>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", nullable: false),
                    Sentiment = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence = table.Column<double>(type: "REAL", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Grounding = table.Column<string>(type: "TEXT", nullable: false),
                    OpenQuestions = table.Column<int>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    DraftedTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    DueTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    BreachedTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    Headline = table.Column<byte[]>(type: "BLOB", nullable: true),
                    EditedText = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Comment = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClaimedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedName = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedUntilTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedName = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedFor = table.Column<string>(type: "TEXT", nullable: true),
                    EditDistance = table.Column<double>(type: "REAL", nullable: true),
                    Delivery = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewItems", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DraftFacts_Organisation_CreatedTicks",
                table: "DraftFacts",
                columns: new[] { "Organisation", "CreatedTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewEvents_Organisation_ItemId",
                table: "ReviewEvents",
                columns: new[] { "Organisation", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewEvents_Organisation_Ticks",
                table: "ReviewEvents",
                columns: new[] { "Organisation", "Ticks" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewItems_Organisation_ConversationId",
                table: "ReviewItems",
                columns: new[] { "Organisation", "ConversationId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewItems_Organisation_MessageId",
                table: "ReviewItems",
                columns: new[] { "Organisation", "MessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewItems_Organisation_ReceivedTicks",
                table: "ReviewItems",
                columns: new[] { "Organisation", "ReceivedTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewItems_Organisation_State_Priority_Id",
                table: "ReviewItems",
                columns: new[] { "Organisation", "State", "Priority", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewItems_State_DueTicks",
                table: "ReviewItems",
                columns: new[] { "State", "DueTicks" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftFacts");

            migrationBuilder.DropTable(
                name: "ReviewEvents");

            migrationBuilder.DropTable(
                name: "ReviewItems");
        }
    }
}
