namespace OutlookAssist.Tests.Api.Support;

/// <summary>The checkout that these tests were built from, for tests that read sources.</summary>
internal static class Repository
{
    /// <summary>The folder that holds OutlookAssist.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OutlookAssist.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("OutlookAssist.sln is in none of the folders above the tests. Run them from a checkout.");
    }
}
