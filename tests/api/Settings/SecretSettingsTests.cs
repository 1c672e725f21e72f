using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OutlookAssist.Settings;
using OutlookAssist.Tests.Api.Support;

namespace OutlookAssist.Tests.Api.Settings;

/// <summary>No setting whose name says that it is a secret is without the mark that keeps it from being shown.</summary>
[Collection(ProductCollection.Name)]
public partial class SecretSettingsTests(Product product)
{
    [Fact]
    public void Every_setting_that_sounds_like_a_secret_is_marked_as_one()
    {
        var unmarked =
            from section in product.Services.GetServices<SettingsSection>()
            from property in Properties(section.Type, [])
            where (property.PropertyType == typeof(string) || property.PropertyType == typeof(string[])) && Secret().IsMatch(property.Name) && !property.IsDefined(typeof(SecretAttribute))
            select $"{section.Name}: {property.DeclaringType!.Name}.{property.Name}";
        Assert.Empty(unmarked);
    }

    [Theory]
    [InlineData("LanguageModel:ApiKey", true)]
    [InlineData("languagemodel:apikey", true)]
    [InlineData("LanguageModel:Alternatives:0:ApiKey", true)]
    [InlineData("LanguageModel:Features:Draft:ApiKey", true)]
    [InlineData("LanguageModel:Model", false)]
    [InlineData("LanguageModel:Alternatives:0", false)]
    [InlineData("LanguageModel", false)]
    [InlineData("Other:ApiKey", false)]
    public void A_secret_is_known_by_its_whole_path(string path, bool isSecret)
    {
        var section = product.Services.GetServices<SettingsSection>().Single(section => section.Name == "LanguageModel");
        Assert.Equal(isSecret, SecretSettings.IsSecret(section, path));
    }

    private static IEnumerable<PropertyInfo> Properties(Type type, HashSet<Type> seen) => !seen.Add(type) ? [] : type.GetProperties().SelectMany(property =>
        (property.PropertyType.GetElementType() ?? property.PropertyType) is { IsClass: true } inner && inner.Assembly == type.Assembly ? Properties(inner, seen).Prepend(property) : [property]);

    [GeneratedRegex("(ApiKey|Key|Keys|Password|Secret|Token)$")]
    private static partial Regex Secret();
}
