using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    [DbContext(typeof(OutlookAssistDatabase))]
    [Migration("20261120153000_PassageVectors")]
    public class PassageVectors : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE PassageVectors (ContentKey INTEGER NOT NULL, Space TEXT NOT NULL, Part INTEGER NOT NULL, Count INTEGER NOT NULL, Vectors BLOB NOT NULL, PRIMARY KEY (ContentKey, Space, Part))");
            migrationBuilder.Sql("CREATE TRIGGER KnowledgeContents_Vectors AFTER DELETE ON KnowledgeContents BEGIN DELETE FROM PassageVectors WHERE ContentKey = old.Key; END");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER KnowledgeContents_Vectors");
            migrationBuilder.Sql("DROP TABLE PassageVectors");
        }
    }
}
