using System.Diagnostics;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>Runs another program to its end, for tests of what the build lays out and of the pane.</summary>
internal static class ProgramRun
{
    /// <summary>Fails with everything the program said when it does not end with 0.</summary>
    public static async Task SucceedsAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The build that runs these tests must not lend its own paths to another one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{await output}\n{await errors}");
    }

    /// <summary>The full path of a program that the search path knows, or null.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => OperatingSystem.IsWindows() ? new[] { $"{name}.cmd", $"{name}.exe" } : [name], (folder, file) => Path.Combine(folder.Trim('"'), file))
            .FirstOrDefault(File.Exists);
}
