using System.Globalization;
using OutlookAssist.Evaluation;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Benchmarks;

/// <summary>What the benchmarks share: the data, a temporary folder, the published product, and the table they print into.</summary>
internal sealed class Bench(DataFolder data, string workspace)
{
    private string? _program;

    public DataFolder Data { get; } = data;

    /// <summary>A folder below the temporary one, by name.</summary>
    public string FolderOf(string name) => Path.Combine(workspace, name);

    /// <summary>The product as a user publishes it; built once.</summary>
    public async Task<string> ProgramAsync(CancellationToken cancellationToken) =>
        _program ??= await ProductBuild.PublishAsync(FolderOf("product"), cancellationToken);

    /// <summary>Begins a table.</summary>
    public static void Begin(string name)
    {
        Console.WriteLine();
        Console.WriteLine(name);
        Console.WriteLine($"  {"measure",-52} {"product",12} {"baseline",12}  n");
    }

    /// <summary>One figure beside its baseline, measured in this run.</summary>
    public static void Show(string measure, double product, double? baseline, int size, string unit, string format = "0.0")
    {
        var other = baseline is { } value ? value.ToString(format, CultureInfo.InvariantCulture) : "";
        Console.WriteLine($"  {$"{measure} ({unit})",-52} {product.ToString(format, CultureInfo.InvariantCulture),12} {other,12}  {size}");
    }

    /// <summary>The time that this process has used of all cores together: what work costs on one core, however many others want it.</summary>
    public static TimeSpan CoreTime => Environment.CpuUsage.TotalTime;

    public static void Note(string text) => Console.WriteLine($"  {text}");
}
