using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class KnowledgeChanges : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Passages are found through the index in api/Knowledge/Index, which builds itself from them.
            migrationBuilder.Sql("DROP TABLE PassageTerms");
            migrationBuilder.Sql("DROP TABLE PassageIndex");

            // Every change of what can be found is numbered where it is made, whoever makes it: the index in memory follows these numbers.
            migrationBuilder.Sql("CREATE TABLE KnowledgeChanges (Sequence INTEGER PRIMARY KEY AUTOINCREMENT, DocumentKey INTEGER NOT NULL)");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeDocuments_Added AFTER INSERT ON KnowledgeDocuments WHEN new.LiveContentKey IS NOT NULL BEGIN INSERT INTO KnowledgeChanges (DocumentKey) VALUES (new.Key); END");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeDocuments_Changed AFTER UPDATE OF DocumentId, Collection, Tags, LiveContentKey ON KnowledgeDocuments BEGIN INSERT INTO KnowledgeChanges (DocumentKey) VALUES (new.Key); END");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeDocuments_Removed AFTER DELETE ON KnowledgeDocuments BEGIN INSERT INTO KnowledgeChanges (DocumentKey) VALUES (old.Key); END");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS KnowledgeDocuments_Removed");
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS KnowledgeDocuments_Changed");
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS KnowledgeDocuments_Added");
            migrationBuilder.Sql("DROP TABLE KnowledgeChanges");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE PassageIndex USING fts5(scope, title, heading, body, tokenize = \"unicode61 remove_diacritics 0 tokenchars '.:/_-'\")");
            migrationBuilder.Sql("INSERT INTO PassageIndex (PassageIndex, rank) VALUES ('rank', 'bm25(0.0, 2.0, 2.0, 1.0)')");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE PassageTerms USING fts5vocab(PassageIndex, 'row')");
        }
    }
}
