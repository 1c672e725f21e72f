using System.Text.RegularExpressions;
using OutlookAssist.Access;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Architecture;

/// <summary>Keeps the arrows between modules pointing down, the tests beside what they test, and every route in the table of who may call it.</summary>
[Collection(ProductCollection.Name)]
public partial class ModuleRulesTests(Product product)
{
    /// <summary>Which module may use which; a module that is not listed may use none.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        // Row 3: what people do.
        ["Drafting"] = ["Audit", "LanguageModels", "Classification", "Knowledge", "Mailboxes", "Language", "Privacy", "Access", "Data", "Protection", "Http", "Settings"],
        ["Review"] = ["Drafting", "Mailboxes", "Audit", "Privacy", "Jobs", "Access", "Data", "Protection", "Http", "Settings"],
        ["Autopilot"] = ["Review", "Drafting", "Tickets", "Classification", "Mailboxes", "Extraction", "Jobs", "Privacy", "Access", "Data", "Protection", "Http", "Settings"],
        ["Analytics"] = ["Review", "Drafting", "Mailboxes", "LanguageModels", "Jobs", "Access", "Data", "Http", "Settings"],
        ["Metrics"] = ["Review", "Jobs", "Access", "Data", "Settings"],
        // Row 2: what is known.
        ["Tickets"] = ["Mailboxes", "Classification", "Language", "Privacy", "Jobs", "Access", "Data", "Protection", "Http", "Settings"],
        ["Classification"] = ["LanguageModels", "Knowledge", "Mailboxes", "Language", "Privacy", "Access", "Data", "Protection", "Http", "Settings"],
        ["Knowledge"] = ["LanguageModels", "Extraction", "Mailboxes", "Language", "Privacy", "Jobs", "Access", "Data", "Protection", "Http", "Settings"],
        ["Extraction"] = ["Mailboxes", "Language", "Settings"],
        ["Mailboxes"] = ["Language", "Privacy", "Jobs", "Access", "Data", "Protection", "Http", "Settings"],
        // Row 1: what everything stands on.
        ["LanguageModels"] = ["Privacy", "Access", "Data", "Protection", "Http", "Settings"],
        ["Privacy"] = ["Language", "Access", "Data", "Protection", "Http", "Settings"],
        ["Organisations"] = ["Audit", "Privacy", "Access", "Data", "Protection", "Http", "Settings"],
        ["Retention"] = ["Audit", "Privacy", "Jobs", "Access", "Data", "Http", "Settings"],
        ["Audit"] = ["Privacy", "Access", "Data", "Http", "Settings"],
        ["Access"] = ["Data", "Http", "Settings"],
        ["Backups"] = ["Protection", "Data", "Http", "Settings"],
        ["Protection"] = ["Data", "Http", "Settings"],
        ["Jobs"] = ["Privacy", "Access", "Data", "Http", "Settings"],
        ["Data"] = ["Settings"],
        ["Http"] = ["Settings"],
        ["Language"] = [],
        ["Settings"] = [],
    };

    [Fact]
    public void Every_module_uses_only_what_it_may()
    {
        var breaches =
            from file in Sources("api")
            let module = Relative("api", file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : null
            where module is not null
            from used in ModuleNames().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct()
            where used != module && used != "Tests" && !(Arrows.TryGetValue(module, out var allowed) && allowed.Contains(used))
            select $"{Relative("api", file)} uses {used}; {module} may use {(Arrows.TryGetValue(module, out var may) ? string.Join(", ", may) : "nothing, since it is not listed")}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_route_says_who_may_call_it_and_stands_in_the_table()
    {
        var routes = RouteTable.RoutesOf(product).ToList();
        None(routes.Where(route => route.Rule is { Roles: Roles.None, Scopes: Scopes.None }).Select(route => $"{route.Name} says neither Allow(roles, scopes) nor AllowAnonymous()"));
        var actual = routes.Select(route => RouteTable.Describe(route.Name, route.Rule)).ToHashSet();
        var listed = RouteTable.All.Select(route => route.ToString()).ToHashSet();
        None(actual.Except(listed).Select(route => $"Add to tests/api/Support/RouteTable.cs, after thinking about who needs it: {route}"));
        None(listed.Except(actual).Select(route => $"The table lists what the product does not have: {route}"));

        static void None(IEnumerable<string> faults) => Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void No_arrow_closes_a_circle()
    {
        foreach (var module in Arrows.Keys)
        {
            Assert.False(Reaches(module, module, []), $"{module} reaches itself.");
        }

        static bool Reaches(string from, string wanted, HashSet<string> seen) =>
            Arrows[from].Any(next => next == wanted || (seen.Add(next) && Reaches(next, wanted, seen)));
    }

    [Fact]
    public void Every_test_of_the_api_stands_at_the_path_of_what_it_tests()
    {
        var strays =
            from file in Sources(Path.Combine("tests", "api"))
            let relative = Relative(Path.Combine("tests", "api"), file)
            where relative.EndsWith("Tests.cs", StringComparison.Ordinal) && !relative.StartsWith("Architecture", StringComparison.Ordinal)
            let tested = Path.Combine(Repository.Root, "api", relative[..^"Tests.cs".Length] + ".cs")
            where !File.Exists(tested)
            select $"{relative} tests a file that api does not have";
        Assert.Empty(strays);
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        string[] empty = ["Common", "Utils", "Utilities", "Helpers", "Services", "Managers", "Shared", "Core"];
        Assert.DoesNotContain(Sources("api").Select(file => Relative("api", file).Split(Path.DirectorySeparatorChar)[0]), folder => empty.Contains(folder));
    }

    [Fact]
    public void Vendor_types_stay_behind_the_seam_of_their_module()
    {
        var strays =
            from file in Sources("api")
            let relative = Relative("api", file)
            where VendorNames().IsMatch(File.ReadAllText(file)) && !relative.Contains("Providers", StringComparison.Ordinal)
            select relative;
        Assert.Empty(strays);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !GeneratedFolders().IsMatch(file));

    private static string Relative(string folder, string file) => Path.GetRelativePath(Path.Combine(Repository.Root, folder), file);

    // Migrations and the model written in advance are generated, and name every entity of every module.
    [GeneratedRegex(@"[\\/](bin|obj|node_modules|Migrations|CompiledModel)[\\/]")]
    private static partial Regex GeneratedFolders();

    [GeneratedRegex(@"\bOutlookAssist\.([A-Z][A-Za-z]+)\b(?<!namespace OutlookAssist\.[A-Za-z]+)")]
    private static partial Regex ModuleNames();

    [GeneratedRegex(@"using (DocumentFormat\.OpenXml|Markdig|OpenAI|Azure|Microsoft\.Identity\.Client)\b")]
    private static partial Regex VendorNames();
}
