using System.Reflection;
using System.Text.RegularExpressions;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Architecture;

/// <summary>No text of a stranger may stop the product: every regular expression is matched in linear time, or shown to get through texts that are made to trap it.</summary>
public partial class RegexRulesTests
{
    // A trap takes years, an honest expression milliseconds; what lies between says nothing on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int Length = 800;

    private static readonly string[] Units =
    [
        "a", "A", "1", " ", "-", "'", "’", ".", ",", "/", "\n", "\r\n", "[", "<", "=", ":", "@", "é", "Ä", "字", "\uD83D\uDE00",
        "a ", "A ", "Aa ", "a'", "a-", "1.", "1,", "1 ", "0-", "[name] ", "[name]", "charset=", "charset = \"", "<a ", "dear Aa ", "Aa Aa, ", "we will ", "ignore all ", "not ", "we are not ", "within 5 ", "http://a", "a@a.", "a.a.",
    ];

    private static readonly IReadOnlyList<(string Name, GeneratedRegexAttribute Regex)> All =
    [
        .. from type in typeof(Program).Assembly.GetTypes()
           from member in type.GetMembers(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let regex = member.GetCustomAttribute<GeneratedRegexAttribute>()
           where regex is not null
           select ($"{type.Name}.{member.Name}", regex!),
    ];

    [Fact]
    public void Every_expression_is_linear_or_gets_through_every_trap()
    {
        Assert.NotEmpty(All);
        var texts = Units.SelectMany(unit => new[] { $"{Repeat(unit)}\u0001", $"dear {Repeat(unit)}!" }).ToList();
        foreach (var (name, attribute) in All.Where(one => !one.Regex.Options.HasFlag(RegexOptions.NonBacktracking)))
        {
            var regex = new Regex(attribute.Pattern, attribute.Options, Patience);
            foreach (var text in texts)
            {
                try
                {
                    _ = regex.Count(text);
                }
                catch (RegexMatchTimeoutException)
                {
                    Assert.Fail($"{name} is trapped by {text[..20]}…: give it RegexOptions.NonBacktracking, or repeat nothing that may match in two ways.");
                }
            }
        }

        static string Repeat(string unit) => string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
    }

    [Fact]
    public void Expressions_are_made_when_the_product_is_built()
    {
        // A literal of the moment, escaped, repeats nothing.
        var made = Directory.EnumerateFiles(Path.Combine(Repository.Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Generated().IsMatch(file))
            .SelectMany(file => File.ReadLines(file).Where(line => Made().IsMatch(line) && !line.Contains("Regex.Escape(", StringComparison.Ordinal)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"));
        Assert.Empty(made);
    }

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"\bnew Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\(")]
    private static partial Regex Made();
}
