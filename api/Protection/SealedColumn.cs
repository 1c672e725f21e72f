namespace OutlookAssist.Protection;

/// <summary>A column whose values are sealed: named once, so that what seals, what opens and what rotates keys mean the same place.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column: text holds Base64, bytes hold themselves.</param>
/// <param name="Key">The column that tells the rows of the table apart and never changes.</param>
/// <param name="Organisation">What gives a row's organisation in SQL, where the table has no such column of its own.</param>
internal sealed record SealedColumn(string Table, string Column, string Key = "Id", string Organisation = "Organisation")
{
    /// <summary>The place of one value, which it is bound to.</summary>
    public string PlaceOf<T>(T key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Table}/{Column}/{key}");
}

/// <summary>Files that are sealed by <see cref="FileCipher"/>.</summary>
internal interface ISealedFiles
{
    /// <summary>What they are, in the plural, for a person.</summary>
    string Name { get; }

    /// <summary>All of them, as this database names them.</summary>
    IAsyncEnumerable<SealedFile> ListAsync(Data.OutlookAssistDatabase database, CancellationToken cancellation);
}

/// <summary>One sealed file.</summary>
/// <param name="Organisation">Whose it is.</param>
/// <param name="Place">What it is bound to: its path below the data directory, with slashes.</param>
internal sealed record SealedFile(string Organisation, string Place);
