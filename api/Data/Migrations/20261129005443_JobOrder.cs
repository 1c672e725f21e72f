using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OutlookAssist.Data.Migrations
{
    public partial class JobOrder : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            // What waits for its moment has a state of its own now; everything else keeps its order of arrival.
            migrationBuilder.Sql("UPDATE Jobs SET OrderTicks = RunAfterTicks - 18000000000, SetTicks = CreatedTicks, State = CASE WHEN State = 0 AND RunAfterTicks > CreatedTicks THEN 3 ELSE State END");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_Kind_OrderTicks_Lane",
                table: "Jobs",
                columns: new[] { "State", "Kind", "OrderTicks", "Lane" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Jobs_State_Kind_OrderTicks_Lane",
                table: "Jobs");

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
        }
    }
}
