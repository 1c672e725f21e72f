using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Settings;

/// <summary>A wrong setting ends the start with one line that names it, instead of running with a default that nobody chose.</summary>
public sealed class SettingsModuleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--Knowledge:MaxFileByte=1", "Knowledge:MaxFileByte", "MaxFileBytes")]
    [InlineData("--Knowlege:MaxFileBytes=1", "Knowlege", "Knowledge")]
    [InlineData("--Knowledge:MaxFileBytes=abc", "Knowledge:MaxFileBytes", "whole number")]
    [InlineData("--Knowledge:MaxFileBytes=0", "Knowledge:MaxFileBytes", "between 1 and")]
    [InlineData("--Extraction:Pages=-1", "Extraction:Pages", "between 1 and")]
    [InlineData("--Access:Mode=Foo", "Access:Mode", "Local")]
    [InlineData("--Knowledge:Provider=Elastic", "Knowledge:Provider", "Embedded")]
    [InlineData("--Data:Provider=Oracle", "Data:Provider", "Sqlite")]
    [InlineData("--Data:Directory=", "Data:Directory", "required")]
    [InlineData("--Http:PublicAddress=outlook", "Http:PublicAddress", "URL")]
    [InlineData("--Logging:LogLevel:Default=Loud", "Loud", "not supported")]
    public async Task A_setting_that_is_unknown_or_wrong_stops_the_start_by_its_name(string argument, string setting, string remedy)
    {
        var line = await ProductProcess.RefusalAsync(folder.Path, argument);
        Assert.Contains(setting, line, StringComparison.Ordinal);
        Assert.Contains(remedy, line, StringComparison.OrdinalIgnoreCase);
    }
}
