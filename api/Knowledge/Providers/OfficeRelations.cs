namespace OutlookAssist.Knowledge.Providers;

/// <summary>A pointer from one part of an Office file to another; <c>Target</c> is a name inside the archive.</summary>
internal sealed record OfficeRelation(string Id, string Type, string Target);

/// <summary>Finds the parts of an Office file by their relations, since only those, and not the names, are fixed.</summary>
internal static class OfficeRelations
{
    /// <summary>The relations of a part, or of the package for an empty name. Links out of the archive are left out.</summary>
    public static IReadOnlyList<OfficeRelation> Of(ZippedDocument parts, string part)
    {
        var folder = part.Contains('/') ? part[..part.LastIndexOf('/')] : "";
        var name = part[(part.LastIndexOf('/') + 1)..];
        var relations = new List<OfficeRelation>();
        using var xml = parts.OpenXml($"{(folder.Length == 0 ? "" : folder + "/")}_rels/{name}.rels");
        if (xml is null)
            return relations;
        parts.Guard(() =>
        {
            while (xml.Read())
            {
                if (xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Target") is { } target)
                    relations.Add(new OfficeRelation(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, target)));
            }
        });
        return relations;
    }

    /// <summary>The part that holds the document itself.</summary>
    public static string? MainPart(ZippedDocument parts) =>
        Of(parts, "").FirstOrDefault(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal))?.Target;

    /// <summary>The title in the document's properties, or null.</summary>
    public static string? Title(ZippedDocument parts)
    {
        var properties = Of(parts, "").FirstOrDefault(relation => relation.Type.EndsWith("/core-properties", StringComparison.Ordinal));
        using var xml = properties is null ? null : parts.OpenXml(properties.Target);
        string? title = null;
        if (xml is not null)
        {
            try
            {
                while (xml.Read())
                {
                    if (xml is { LocalName: "title", IsEmptyElement: false } && xml.NodeType == System.Xml.XmlNodeType.Element)
                        title = xml.ReadElementContentAsString();
                }
            }
            catch (System.Xml.XmlException)
            {
                // Broken properties do not make the text unreadable.
            }
        }

        return string.IsNullOrWhiteSpace(title) ? null : title;
    }

    /// <summary>A target relative to a folder of the archive; steps above its root stay at the root.</summary>
    public static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target.TrimStart('/');
        var path = new Stack<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
                path.TryPop(out _);
            else if (step != ".")
                path.Push(step);
        }

        return string.Join('/', path.Reverse());
    }
}
