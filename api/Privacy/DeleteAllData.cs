namespace OutlookAssist.Privacy;

/// <summary>Something a module keeps for an organisation and can remove whole.</summary>
internal interface IOrganisationData
{
    /// <summary>What it is, in the plural, as the answer names it.</summary>
    string Name { get; }

    /// <summary>Removes all of it and gives the number.</summary>
    Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation);
}

/// <summary>Empties the product for one organisation.</summary>
internal sealed class DeleteAllData(IEnumerable<IOrganisationData> kept)
{
    /// <summary>The numbers of things removed, by name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> HandleAsync(string organisation, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>();
        foreach (var data in kept)
        {
            counts[data.Name] = await data.DeleteAllAsync(organisation, cancellation);
        }

        return counts;
    }
}
