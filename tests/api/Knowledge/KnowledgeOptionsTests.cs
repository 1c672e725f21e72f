using System.Net;
using System.Text;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>The limits of an upload are what the settings say, the limit itself included.</summary>
public sealed class KnowledgeOptionsTests : IAsyncLifetime
{
    private readonly Product product = new Product().With("Knowledge:MaxFileBytes", "1000").With("Knowledge:MaxRequestBytes", "5000").With("Knowledge:MaxFilesPerRequest", "3");

    public Task InitializeAsync() => product.InitializeAsync();

    public Task DisposeAsync() => product.DisposeAsync();

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_let_in_and_one_byte_more_is_not()
    {
        using var inside = await product.Client.SendFilesAsync([("a.txt", Text(1000))]);
        Assert.Equal(HttpStatusCode.Accepted, inside.StatusCode);
        using var outside = await product.Client.SendFilesAsync([("b.txt", Text(1001))]);
        await ProblemAssert.IsAsync(outside, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_request_over_the_limit_is_refused_whole()
    {
        using var answer = await product.Client.SendFilesAsync(Enumerable.Range(0, 3).Select(number => ($"{number}.txt", Text(1800))));
        await ProblemAssert.IsAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "incoming")));
    }

    [Fact]
    public async Task More_files_than_the_limit_are_refused_whole()
    {
        using var answer = await product.Client.SendFilesAsync(Enumerable.Range(0, 4).Select(number => ($"{number}.txt", Text(100))));
        await ProblemAssert.IsAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "incoming")));
        Assert.Empty(Directory.GetFiles(Path.Combine(product.DataDirectory, "documents")));
    }

    private static byte[] Text(int length) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("word ", (length / 5) + 1))[..length]);
}
