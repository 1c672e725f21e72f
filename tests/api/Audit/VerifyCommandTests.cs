using Microsoft.Data.Sqlite;
using OutlookAssist.Audit;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Audit;

public class VerifyCommandTests
{
    [Fact]
    public async Task It_tells_each_trail_and_fails_when_one_was_changed()
    {
        var product = new SignInProduct();
        await product.InitializeAsync();
        try
        {
            foreach (var tenant in new[] { TestIssuer.Tenant, TestIssuer.OtherTenant })
            {
                using var agent = product.As("person-1", tenant, "Agent");
                using var draft = await agent.PostDraftAsync(new { body = new { contentType = "text", content = "Hello?" } });
                Assert.True(draft.IsSuccessStatusCode);
            }

            var output = new StringWriter();
            Assert.Equal(0, await VerifyCommand.RunAsync(product.Services, output));
            Assert.Contains($"{TestIssuer.OtherTenant}: whole, 1 entries", output.ToString(), StringComparison.Ordinal);

            using (var connection = new SqliteConnection($"Data Source={Path.Combine(product.DataDirectory, "outlookassist.db")}"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = $"DELETE FROM AuditEntries WHERE Organisation = '{TestIssuer.OtherTenant}'";
                command.ExecuteNonQuery();
            }

            Assert.Equal(1, await VerifyCommand.RunAsync(product.Services, output));
            Assert.Contains("1 of 2 trails were changed", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            await product.DisposeAsync();
        }
    }
}
