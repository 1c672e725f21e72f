using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OutlookAssist.Data;
using OutlookAssist.Data.CompiledModel;

namespace OutlookAssist.Tests.Api.Architecture;

/// <summary>Keeps the model that is written in advance equal to what the tables describe: a column that only one of them knows would be lost silently.</summary>
public class CompiledModelTests
{
    private const string Remedy =
        "A table changed. Write the model anew: dotnet tool restore && dotnet build api && dotnet ef dbcontext optimize --project api --no-build --output-dir Data/CompiledModel --namespace OutlookAssist.Data.CompiledModel";

    [Fact]
    public void The_model_written_in_advance_is_the_one_that_the_tables_describe()
    {
        var described = new DbContextOptionsBuilder<OutlookAssistDatabase>().UseSqlite("Data Source=:memory:");
        using var built = new OutlookAssistDatabase(described.Options);
        using var written = new OutlookAssistDatabase(described.UseModel(OutlookAssistDatabaseModel.Instance).Options);

        Assert.Same(OutlookAssistDatabaseModel.Instance, written.Model);
        var (expected, actual) = (Describe(built), Describe(written));
        var missing = expected.Except(actual).Select(line => "missing: " + line);
        var surplus = actual.Except(expected).Select(line => "surplus: " + line);
        var differences = missing.Concat(surplus).ToList();
        Assert.True(differences.Count == 0 && expected.SequenceEqual(actual), $"{Remedy}\n{string.Join('\n', differences.Take(20))}");
    }

    private static List<string> Describe(OutlookAssistDatabase database) => [.. database.Model.GetEntityTypes().SelectMany(Describe)];

    private static IEnumerable<string> Describe(IEntityType type) =>
    [
        $"{type.Name} in {type.GetTableName()}",
        .. type.GetProperties().Select(property =>
            $"{type.Name}.{property.Name}: {property.GetColumnBaseName()} {property.ClrType} {property.GetColumnType()} {property.IsNullable} {property.GetMaxLength()} {property.ValueGenerated} {property.IsConcurrencyToken} {property.GetBeforeSaveBehavior()} {property.GetAfterSaveBehavior()} {property.GetValueConverter()?.GetType().Name} {property.GetFieldName()}"),
        .. type.GetKeys().Select(key => $"{type.Name} key {Names(key.Properties)} {key.IsPrimaryKey()}"),
        .. type.GetForeignKeys().Select(key => $"{type.Name} refers by {Names(key.Properties)} to {key.PrincipalEntityType.Name} {Names(key.PrincipalKey.Properties)} {key.DeleteBehavior} {key.IsUnique} {key.IsRequired} {key.IsOwnership} {key.DependentToPrincipal?.Name} {key.PrincipalToDependent?.Name}"),
        .. type.GetIndexes().Select(index => $"{type.Name} index {Names(index.Properties)} {index.IsUnique}"),
    ];

    private static string Names(IReadOnlyList<IProperty> properties) => string.Join(',', properties.Select(property => property.Name));
}
