using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class MailReviewAndDuties : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Correspondent",
                table: "ModelDisclosures",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ReadSinceTicks",
                table: "Mailboxes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Askers",
                table: "KnowledgeGaps",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "KnowledgeDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Crashes",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Lane",
                table: "Jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OrderTicks",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Organisation",
                table: "Jobs",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "Jobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Priority",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<long>(
                name: "SetTicks",
                table: "Jobs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Correspondent",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

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

            // What waits for its moment has a state of its own now; everything else keeps its order of arrival.
            migrationBuilder.Sql("UPDATE Jobs SET OrderTicks = RunAfterTicks - 18000000000, SetTicks = CreatedTicks, State = CASE WHEN State = 0 AND RunAfterTicks > CreatedTicks THEN 3 ELSE State END");

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
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    MailboxId = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    SubjectKey = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    LastTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Clock = table.Column<int>(type: "INTEGER", nullable: false),
                    WarnTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    DueTicks = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                });

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
                name: "Escalations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveredTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalations", x => x.Id);
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
                name: "MessageRuns",
                columns: table => new
                {
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    MailboxId = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    EscalatedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DueTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence = table.Column<double>(type: "REAL", nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", nullable: false),
                    Sentiment = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    DraftId = table.Column<string>(type: "TEXT", nullable: true),
                    Reply = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MailboxDraftId = table.Column<string>(type: "TEXT", nullable: true),
                    Grounding = table.Column<string>(type: "TEXT", nullable: false),
                    OpenQuestions = table.Column<int>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedTicks = table.Column<long>(type: "INTEGER", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageRuns", x => x.MessageId);
                    table.ForeignKey(
                        name: "FK_MessageRuns_ReceivedMessages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "ReceivedMessages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "ServiceLevels",
                columns: table => new
                {
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceLevels", x => x.Organisation);
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

            migrationBuilder.CreateTable(
                name: "ConversationTurns",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: true),
                    MessageIdKey = table.Column<string>(type: "TEXT", nullable: true),
                    TextKey = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: true),
                    SentTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConversationTurns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConversationTurns_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelDisclosures_Organisation_Correspondent",
                table: "ModelDisclosures",
                columns: new[] { "Organisation", "Correspondent" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_Kind_OrderTicks_Lane",
                table: "Jobs",
                columns: new[] { "State", "Kind", "OrderTicks", "Lane" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Organisation_Correspondent",
                table: "Drafts",
                columns: new[] { "Organisation", "Correspondent" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Organisation_LastTicks",
                table: "Conversations",
                columns: new[] { "Organisation", "LastTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Organisation_MailboxId_ProviderConversationId",
                table: "Conversations",
                columns: new[] { "Organisation", "MailboxId", "ProviderConversationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Organisation_Person",
                table: "Conversations",
                columns: new[] { "Organisation", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Organisation_SubjectKey_LastTicks",
                table: "Conversations",
                columns: new[] { "Organisation", "SubjectKey", "LastTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_ConversationTurns_ConversationId_TextKey",
                table: "ConversationTurns",
                columns: new[] { "ConversationId", "TextKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConversationTurns_MessageId",
                table: "ConversationTurns",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_ConversationTurns_Organisation_MessageIdKey",
                table: "ConversationTurns",
                columns: new[] { "Organisation", "MessageIdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ConversationTurns_Organisation_Person",
                table: "ConversationTurns",
                columns: new[] { "Organisation", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_DraftFacts_Organisation_CreatedTicks",
                table: "DraftFacts",
                columns: new[] { "Organisation", "CreatedTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_ConversationId",
                table: "Escalations",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_Organisation_CreatedTicks",
                table: "Escalations",
                columns: new[] { "Organisation", "CreatedTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageRuns_Organisation_State_MessageId",
                table: "MessageRuns",
                columns: new[] { "Organisation", "State", "MessageId" });

            migrationBuilder.CreateIndex(
                name: "IX_Purges_Organisation",
                table: "Purges",
                column: "Organisation");

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

            migrationBuilder.CreateIndex(
                name: "IX_SavedReplies_Organisation_Name",
                table: "SavedReplies",
                columns: new[] { "Organisation", "Name" },
                unique: true);

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
                name: "AuditStarts");

            migrationBuilder.DropTable(
                name: "ConversationTurns");

            migrationBuilder.DropTable(
                name: "DraftFacts");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropTable(
                name: "KnowledgeCollections");

            migrationBuilder.DropTable(
                name: "MessageRuns");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "PersonMarkKeys");

            migrationBuilder.DropTable(
                name: "Purges");

            migrationBuilder.DropTable(
                name: "ReviewEvents");

            migrationBuilder.DropTable(
                name: "ReviewItems");

            migrationBuilder.DropTable(
                name: "SavedReplies");

            migrationBuilder.DropTable(
                name: "SentAcknowledgements");

            migrationBuilder.DropTable(
                name: "ServiceLevels");

            migrationBuilder.DropTable(
                name: "WritingStyles");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropIndex(
                name: "IX_ModelDisclosures_Organisation_Correspondent",
                table: "ModelDisclosures");

            migrationBuilder.DropIndex(
                name: "IX_Jobs_State_Kind_OrderTicks_Lane",
                table: "Jobs");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_Organisation_Correspondent",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Correspondent",
                table: "ModelDisclosures");

            migrationBuilder.DropColumn(
                name: "ReadSinceTicks",
                table: "Mailboxes");

            migrationBuilder.DropColumn(
                name: "Askers",
                table: "KnowledgeGaps");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "KnowledgeDocuments");

            migrationBuilder.DropColumn(
                name: "Crashes",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "OrderTicks",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Organisation",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "SetTicks",
                table: "Jobs");

            migrationBuilder.DropColumn(
                name: "Correspondent",
                table: "Drafts");

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
