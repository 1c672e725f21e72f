namespace OutlookAssist.ModelServer;

/// <summary>Runs the test model as a process of its own: <c>dotnet run --project tests/model-server -- [--port N] [--personality NAME] [--fault NAME] [--delay MS]</c>.</summary>
public static class Program
{
    private const string Usage = "Usage: model-server [--port N] [--personality competent|careless|obedient|sorter] [--fault NAME] [--retry-after SECONDS] [--delay MILLISECONDS]";

    /// <summary>Serves until Ctrl+C; 2 when the command line makes no sense.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        var script = new ModelScript();
        var port = 0;
        for (var index = 0; index + 1 < arguments.Length; index += 2)
        {
            var value = arguments[index + 1];
            var isKnown = arguments[index] switch
            {
                "--port" => int.TryParse(value, out port),
                "--personality" => script.Become(value),
                "--fault" => script.FailAlways(value),
                "--retry-after" => double.TryParse(value, out var seconds) && (script.RetryAfterSeconds = seconds) >= 0,
                "--delay" => int.TryParse(value, out var delay) && (script.DelayMilliseconds = delay) >= 0,
                _ => false,
            };
            if (!isKnown)
            {
                await Console.Error.WriteLineAsync($"{arguments[index]} {value} is not understood. {Usage}");
                return 2;
            }
        }

        await using var server = await TestModelServer.StartAsync(script, port);
        Console.WriteLine($"ready: LanguageModel__Provider=OpenAI LanguageModel__Endpoint={server.Endpoint} LanguageModel__Model=test");
        await server.WaitAsync();
        return 0;
    }
}
