using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using OutlookAssist.Knowledge;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Knowledge;

/// <summary>What comes through the door is streamed to the disk; what is refused leaves nothing there.</summary>
[Collection(ProductCollection.Name)]
public class DocumentUploadTests(Product product)
{
    private string Incoming => Path.Combine(product.DataDirectory, "incoming");

    [Theory]
    [InlineData("../../../etc/cron.txt", "cron.txt")]
    [InlineData(@"C:\Users\ana\plan.txt", "plan.txt")]
    [InlineData("/absolute/path.txt", "path.txt")]
    [InlineData(@"..\..\a/b\c.txt", "c.txt")]
    [InlineData("été à Köln.txt", "été à Köln.txt")]
    [InlineData("price\u202Etxt.fdp.txt", "pricetxt.fdp.txt")]
    public async Task A_name_is_reduced_to_its_base_name(string sent, string kept)
    {
        var id = await product.Client.AcceptAsync(sent, "A name is not a path."u8.ToArray());
        Assert.Equal(kept, (await product.SettledAsync(id)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_hundred_files_fit_one_request_and_every_one_becomes_ready()
    {
        using var answer = await product.Client.SendFilesAsync(Enumerable.Range(0, 100).Select(number => ($"many-{number}.txt", Encoding.UTF8.GetBytes($"Locker {number} belongs to team {number % 7}."))));
        var documents = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"many-{number}.txt"), documents.Select(document => document.GetProperty("name").GetString()));
        Assert.Equal(100, documents.Select(document => document.GetProperty("documentId").GetString()).Distinct().Count());
        foreach (var document in documents)
        {
            Assert.Equal("ready", (await product.SettledAsync(document.GetProperty("documentId").GetString()!)).GetProperty("state").GetString());
        }
    }

    [Fact]
    public async Task A_file_of_51_megabytes_is_refused_by_name_and_leaves_nothing()
    {
        using var form = new MultipartFormDataContent { { new StreamContent(new EndlessText(51L << 20)), "file", "huge.txt" } };
        using var answer = await product.Client.PostAsync("/api/knowledge/documents", form);
        var problem = await ProblemAssert.IsAsync(answer, HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal("huge.txt", Assert.Single(problem.GetProperty("files").EnumerateArray()).GetProperty("name").GetString());
        Assert.Empty(Directory.GetFiles(Incoming));
        Assert.DoesNotContain("huge.txt", await product.Client.GetStringAsync("/api/knowledge/documents?limit=500"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_may_bring_256_megabytes_and_a_file_50()
    {
        Assert.True(new KnowledgeOptions().MaxRequestBytes >= 256L << 20);
        Assert.Equal(50L << 20, new KnowledgeOptions().MaxFileBytes);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_and_the_next_one_works()
    {
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(IPAddress.Loopback, product.Client.BaseAddress!.Port);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                "POST /api/knowledge/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 1000000\r\n\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut-short.txt\"\r\n\r\n" + new string('x', 200_000)));
            for (var tries = 0; tries < 200 && Directory.GetFiles(Incoming).Length == 0; tries++)
            {
                await Task.Delay(20); // It has arrived in part.
            }

            line.Client.LingerState = new LingerOption(true, 0);
        }

        for (var tries = 0; tries < 200 && Directory.GetFiles(Incoming).Length > 0; tries++)
        {
            await Task.Delay(20);
        }

        Assert.Empty(Directory.GetFiles(Incoming));
        Assert.DoesNotContain("cut-short.txt", await product.Client.GetStringAsync("/api/knowledge/documents?limit=500"), StringComparison.Ordinal);
        Assert.Equal("ready", (await product.Client.AddAsync("whole.txt", "It is whole."u8.ToArray())).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nthe closing line is missing")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"")]
    [InlineData("no boundary at all")]
    [InlineData("--b\r\nContent-Type: text/plain\r\n\r\nno disposition\r\n--b--\r\n")]
    [InlineData("")]
    public async Task A_request_that_is_not_whole_is_a_validation_problem(string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var answer = await product.Client.PostAsync("/api/knowledge/documents", content);
        await ProblemAssert.NamesFieldAsync(answer, "file");
        Assert.Empty(Directory.GetFiles(Incoming));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/octet-stream")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/mixed; boundary=b")]
    public async Task Anything_but_a_form_is_an_unsupported_medium(string type)
    {
        using var content = new StringContent("{}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await product.Client.PostAsync("/api/knowledge/documents", content);
        await ProblemAssert.IsAsync(answer, HttpStatusCode.UnsupportedMediaType, "unsupported-media");
    }

    private sealed class EndlessText(long length) : Stream
    {
        private long _sent;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _sent; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var now = (int)Math.Min(count, length - _sent);
            buffer.AsSpan(offset, now).Fill((byte)'a');
            _sent += now;
            return now;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
