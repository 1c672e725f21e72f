using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using OutlookAssist.Evaluation.Measures;

namespace OutlookAssist.Evaluation;

/// <summary>Collects figures, prints them as they come and writes the same as JSON.</summary>
internal sealed class Report(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<object> _figures = [];
    private readonly Dictionary<string, List<object>> _details = [];
    private string _evaluation = "";

    /// <summary>Begins the table of one evaluation.</summary>
    public void Begin(string evaluation)
    {
        _evaluation = evaluation;
        output.WriteLine();
        output.WriteLine(evaluation);
        output.WriteLine($"  {"measure",-58} {"n",6} {"figure",9}  {"95 % interval",-17} baseline");
    }

    public void Add(Figure figure)
    {
        var interval = figure.Interval is { } bounds ? $"{figure.Show(bounds.Low)} – {figure.Show(bounds.High)}" : "";
        output.WriteLine($"  {figure.Measure,-58} {figure.Size,6} {figure.Show(figure.Value),9}  {interval,-17} {figure.Baseline}");
        _figures.Add(new
        {
            evaluation = _evaluation,
            figure.Measure,
            n = figure.Size,
            value = double.IsFinite(figure.Value) ? figure.Value : (double?)null,
            low = figure.Interval?.Low,
            high = figure.Interval?.High,
            unit = figure.Unit,
            figure.Baseline,
        });
    }

    /// <summary>A sentence beside the figures: what was left out and why.</summary>
    public void Note(string text)
    {
        output.WriteLine($"  {text}");
        _figures.Add(new { evaluation = _evaluation, note = text });
    }

    /// <summary>One row of detail, for the JSON file only.</summary>
    public void Detail(object row)
    {
        if (!_details.TryGetValue(_evaluation, out var rows))
            _details[_evaluation] = rows = [];
        rows.Add(row);
    }

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, new { figures = _figures, details = _details }, Json, cancellationToken);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {file}"));
    }
}
