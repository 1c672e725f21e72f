using OutlookAssist.Evaluation.Measures;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation;

/// <summary>One thing the product promises, measured on data: which files it needs and how it is scored.</summary>
internal interface IEvaluation
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    /// <summary>Files or folders below DATA that it reads; one that is missing is left out, and the table says so.</summary>
    IReadOnlyList<string> Files { get; }

    Task RunAsync(EvaluationRun run, CancellationToken cancellationToken);
}

/// <summary>What an evaluation works with: a product, the rows to learn from, the rows to score, and a place for its figures.</summary>
/// <param name="Product">The product under test, by its public API.</param>
/// <param name="Learn">Where examples are taken from.</param>
/// <param name="Score">What is scored.</param>
/// <param name="Report">Takes the figures.</param>
/// <param name="Place">Where further products can be started; null when the product under test is somebody else's.</param>
internal sealed record EvaluationRun(ProductClient Product, DataFolder Learn, DataFolder Score, Report Report, ProductPlace? Place = null)
{
    /// <summary>True when nothing that is learned from is also scored.</summary>
    public bool IsHeldOut => !ReferenceEquals(Learn, Score);
}

/// <summary>A published product and a temporary folder, for evaluations that need one with settings of its own.</summary>
internal sealed record ProductPlace(string Program, string Workspace);
