using System.Net;
using System.Net.Sockets;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Http;

public sealed class AddressesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_busy_port_stops_the_start_and_is_named()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;
        var line = await ProductProcess.RefusalAsync(folder.Path, "--urls", $"http://127.0.0.1:{port}");
        Assert.Contains($"127.0.0.1:{port}", line, StringComparison.Ordinal);
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("nonsense")]
    public async Task Something_that_is_no_address_stops_the_start_and_is_named(string address)
    {
        var line = await ProductProcess.RefusalAsync(folder.Path, "--urls", address);
        Assert.Contains(address, line, StringComparison.Ordinal);
        Assert.Contains("not an address", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0")]
    public async Task No_way_of_saying_it_opens_a_product_without_sign_in_to_other_machines(string name, string value)
    {
        var line = await ProductProcess.RefusalAsync(folder.Path, name, value);
        Assert.Contains(value, line, StringComparison.Ordinal);
        Assert.Contains("Access:Mode", line, StringComparison.Ordinal);
    }
}
