using System.Diagnostics;

namespace OutlookAssist.Evaluation.Product;

/// <summary>Publishes the product from the repository this program was built in, the way a user would.</summary>
internal static class ProductBuild
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Publishes into a folder and returns the program's file.</summary>
    public static async Task<string> PublishAsync(string folder, CancellationToken cancellationToken)
    {
        await RunAsync("dotnet", ["publish", Path.Combine(Root, "api"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"], cancellationToken);
        return Path.Combine(folder, "OutlookAssist.dll");
    }

    /// <summary>Runs a program to its end; its output is shown only when it fails.</summary>
    public static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var text = await output + await errors;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OutlookAssist.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("This program must be built inside the repository: OutlookAssist.sln is in no folder above it.");
    }
}
