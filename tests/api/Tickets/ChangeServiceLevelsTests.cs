using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Tickets;

public class ChangeServiceLevelsTests(AutopilotProduct product) : IClassFixture<AutopilotProduct>
{
    [Theory]
    [InlineData("""{"calendars":[{"name":"office","timeZone":"Moon/Crater","shifts":[]}]}""", "calendars[0].timeZone")]
    [InlineData("""{"calendars":[{"name":"office","timeZone":"Europe/Vienna","shifts":[{"day":1,"from":"17:00","to":"09:00"}]}]}""", "calendars[0].shifts")]
    [InlineData("""{"levels":[{"calendar":"office","firstReplyMinutes":60}]}""", "levels[0].calendar")]
    [InlineData("""{"levels":[{"category":"no such thing","firstReplyMinutes":60}]}""", "levels[0].category")]
    [InlineData("""{"levels":[{"firstReplyMinutes":0}]}""", "levels[0].firstReplyMinutes")]
    [InlineData("""{"targets":[{"name":"ops","kind":"webhook","address":"http://elsewhere.example/hook"}]}""", "targets[0].address")]
    [InlineData("""{"targets":[{"name":"ops","kind":"pigeon","address":"https://elsewhere.example/hook"}]}""", "targets[0].kind")]
    [InlineData("""{"targets":[{"name":"ops","kind":"webhook"}]}""", "targets[0].address")]
    [InlineData("""{"importantSenders":["everybody"]}""", "importantSenders[0]")]
    public async Task What_makes_no_sense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await ProblemAssert.NamesFieldAsync(await product.Client.PutAsync("/api/service-levels", content), field);
    }

    [Fact]
    public async Task Secrets_go_in_and_never_come_out_and_stay_when_they_are_left_out()
    {
        var target = new { name = "chat", kind = "slack", address = "https://hooks.chat.example/services/T0/secret-path", on = new[] { "breach" } };
        using var first = await product.Client.PutAsJsonAsync("/api/service-levels", new { levels = new[] { new { firstReplyMinutes = 60, warnAtPercent = 50 } }, targets = new[] { target } });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var shown = await product.Client.GetStringAsync("/api/service-levels");
        Assert.DoesNotContain("secret-path", shown, StringComparison.Ordinal);
        using var again = new StringContent(shown, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await product.Client.PutAsync("/api/service-levels", again)).StatusCode);
        Assert.Equal(60, JsonSerializer.Deserialize<JsonElement>(await product.Client.GetStringAsync("/api/service-levels")).GetProperty("levels")[0].GetProperty("firstReplyMinutes").GetInt32());
    }
}
