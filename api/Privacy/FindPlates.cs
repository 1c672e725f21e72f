using System.Buffers;
using System.Collections.Frozen;
using OutlookAssist.Privacy.Numbers;

namespace OutlookAssist.Privacy;

/// <summary>Finds licence plates by the shapes that countries give them, and of any shape where a word announces one.</summary>
internal static class FindPlates
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["kennzeichen", "plate", "registration", "immatriculation", "matrícula", "matricula", "targa", "kenteken", "vehicle", "fahrzeug", "plaka", "rejestracyjn", "nummerplade", "registreringsnummer"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> IndianStates = SearchValues.Create(
        ["AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR", "PB", "PY", "RJ", "SK", "TN", "TR", "TS", "UK", "UP", "WB"],
        StringComparison.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GermanDistricts = (
        "A AA AB AC AE AH AIC AK ALZ AM AN AND ANK AP APD ARN ART AS ASL ASZ AT AU AUR AW AZ AZE B BA BAD BAR BB BBG BC BCH BE BED BER BF BGD BGL BH BI BID BIN "
        + "BIR BIT BIW BK BKS BL BLB BLK BM BN BNA BO BOG BOH BOR BOT BRA BRB BRG BRK BRL BRV BS BSB BSK BT BTF BW BYL BZ BZA C CA CAS CB CE CHA CLP CLZ CO COC "
        + "COE CR CUX CW D DA DAH DAN DAU DB DBR DD DE DEG DEL DGF DH DI DIL DIN DIZ DKB DL DLG DM DN DO DON DU DW DZ E EA EB EBE EBN EBS ECK ED EE EF EG EH EI "
        + "EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU EUT EW F FB FD FDB FDS FEU FF FFB FG FH FI FKB FL FN FO FOR FR FRG FRI FRW FS FT FTL "
        + "FW FZ G GA GAN GAP GC GD GDB GE GEL GEM GEO GER GF GG GHA GHC GI GK GL GLA GM GMN GN GNT GOA GOH GP GR GRA GRH GRI GRM GRZ GS GT GTH GUB GUN GV GVM GW "
        + "GZ H HA HAB HAL HAM HAS HB HBN HBS HC HCH HD HDH HDL HE HEB HEF HEI HEL HER HET HF HG HGN HGW HH HHM HI HIG HIP HK HL HM HN HO HOG HOH HOL HOM HOR HOT "
        + "HP HR HRO HS HSK HST HU HVL HWI HX HY HZ IGB IK IL ILL IN IZ J JE JL K KA KB KC KE KEH KEL KEM KF KG KH KI KIB KK KL KLE KLZ KM KN KO KR KRU KS KT KU "
        + "KUS KW KY KYF L LA LAN LAU LB LBS LBZ LC LD LDK LDS LEO LER LEV LF LG LH LI LIB LIF LIP LL LM LN LOS LP LR LRO LSA LSN LSZ LU LUP LWL M MA MAB MAI MAK "
        + "MAL MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN MH MHL MI MIL MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS MSE MSH MSP MST MTK MTL MVL MW MY MYK "
        + "MZ MZG N NAB NAI NAU NB ND NDH NE NEA NEB NEC NEN NES NEW NF NH NI NK NL NM NMB NMS NOH NOL NOM NOR NP NR NRW NS NT NU NVP NW NWM NY NZ OA OAL OB OBB "
        + "OBG OC OCH OD OE OF OG OH OHA OHV OHZ OK OL OP OPR OS OSL OVI OVL OVP OZ P PA PAF PAN PAR PB PCH PE PEG PF PI PIR PL PM PN PR PS PW PZ QFT QLB R RA RC "
        + "RD RDG RE REG REH REI RG RH RI RID RIE RL RM RN RO ROD ROF ROH ROL ROS ROT ROW RP RPL RS RSL RT RU RV RW RZ S SAB SAD SAL SAN SAW SB SBG SBK SC SCZ "
        + "SDH SDL SDT SE SEB SEE SEF SEL SFB SFT SG SGH SH SHA SHG SHK SHL SI SIG SIM SK SL SLE SLF SLG SLK SLN SLS SLZ SM SN SO SOB SOG SOK SON SP SPB SPN SR "
        + "SRB SRO ST STA STB STD STE STH STL SU SUL SW SWA SY SZ SZB TBB TDO TE TET TF TG THL THW TIR TO TP TR TS TT TUT UE UEM UER UFF UH UL UM UN USI V VAI VB "
        + "VEC VER VG VIB VIE VIT VK VL VOH VR VS W WA WAF WAK WAN WAR WAT WB WBS WDA WE WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ WK WL WLG WM WMS WN WND WO "
        + "WOB WOH WOL WOR WOS WR WRN WS WSF WST WSW WT WTL WTM WUG WUN WUR WW WZ WZL X Y Z ZE ZEL ZI ZIG ZP ZR ZS ZW")
        .Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The plate that begins here, or nothing.</summary>
    public static PersonalDatum Find(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (characters.Length < 4 || characters[..Math.Min(7, characters.Length)].IndexOfAnyInRange('0', '9') < 0)
            return default;
        var (length, isPlain) = FindShape(candidate);
        if (candidate.FollowsAny(Words))
        {
            length = length > 0 ? length : PlateShapes.FindAnnounced(candidate);
            return length > 0 ? new PersonalDatum("PLATE", candidate.Start, candidate.EndOf(length), 0.9) : default;
        }

        // Plates are written in capitals; in small letters only a word before them tells them from a sentence.
        return length > 0 && isPlain && candidate.IsInCapitals(length) ? new PersonalDatum("PLATE", candidate.Start, candidate.EndOf(length), 0.6) : default;
    }

    /// <summary>How long the plate is, and whether it looks like nothing else.</summary>
    private static (int Length, bool IsPlain) FindShape(in NumberCandidate candidate)
    {
        if (!char.IsAsciiLetter(candidate.Characters[0]))
            return (PlateShapes.FindWithNumberFirst(candidate), true);
        if (FindBritish(candidate) is > 0 and var british)
            return (british, true);
        if (FindIndian(candidate) is > 0 and var indian)
            return (indian, true);
        if (PlateShapes.FindWithLettersFirst(candidate) is > 0 and var other)
            return (other, true);
        return FindGerman(candidate, isNamed: true) is > 0 and var german ? (german, FindGerman(candidate, isNamed: false) > 0) : default;
    }

    /// <summary>AB51 ABC since 2001, with an age of 02–29 or 51–79; K1 ABC before.</summary>
    private static int FindBritish(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if ((candidate.IsGrouped(7) || candidate.IsGrouped(4, 3)) && characters.Fits("aa00aaa"))
        {
            var age = (characters[2] - '0') * 10 + characters[3] - '0';
            return age is (>= 2 and <= 29) or (>= 51 and <= 79) && !characters[..7].ContainsAny('I', 'Q') ? 7 : 0;
        }

        for (var digits = 1; digits <= 3; digits++)
        {
            if (candidate.IsGrouped(1 + digits, 3) && char.IsAsciiLetter(characters[0]) && characters[0] is not ('I' or 'O' or 'Q' or 'U' or 'Z') && AllDigits(characters.Slice(1, digits)) && AllLetters(characters.Slice(1 + digits, 3)))
                return 4 + digits;
        }

        return 0;
    }

    private static int FindIndian(in NumberCandidate candidate)
    {
        var characters = candidate.Characters;
        if (!char.IsAsciiLetter(characters[1]) || !characters[..2].ContainsAny(IndianStates))
            return 0;
        var at = 2;
        while (at < characters.Length && at < 4 && char.IsAsciiDigit(characters[at]))
            at++;
        var letters = at;
        while (letters < characters.Length && letters < at + 3 && char.IsAsciiLetter(characters[letters]))
            letters++;
        var end = letters + 4;
        return at > 2 && letters > at && end <= characters.Length && AllDigits(characters[letters..end]) && (candidate.IsGrouped(end) || candidate.IsGrouped(at, letters - at, 4)) ? end : 0;
    }

    /// <summary>District, letters and number set apart by hyphens or blanks: B-AB 1234.</summary>
    private static int FindGerman(in NumberCandidate candidate, bool isNamed)
    {
        var characters = candidate.Characters;
        for (var district = 1; district <= 3; district++)
        {
            if (!GermanDistricts.Contains(characters[..Math.Min(district, characters.Length)]))
                continue;
            for (var letters = 1; letters <= 2; letters++)
            {
                for (var digits = 1; digits <= 4; digits++)
                {
                    var length = district + letters + digits;
                    if (length > characters.Length || !AllLetters(characters[..(district + letters)]) || !AllDigits(characters[(district + letters)..length]))
                        continue;
                    var separator = candidate.SeparatorAfter(district);
                    if (separator is not ('-' or ' ') || (!isNamed && digits < (separator == ' ' ? 2 : 3)))
                        continue;
                    foreach (var suffix in (ReadOnlySpan<int>)[0, 1])
                    {
                        if (suffix == 1 && (length >= characters.Length || characters[length] is not ('E' or 'H')))
                            continue;
                        if (candidate.IsGrouped(district, letters, digits + suffix) || candidate.IsGrouped(district, letters + digits + suffix))
                            return length + suffix;
                    }
                }
            }
        }

        return 0;
    }

    private static bool AllDigits(ReadOnlySpan<char> characters) => characters.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool AllLetters(ReadOnlySpan<char> characters) => characters.IndexOfAnyExceptInRange('A', 'Z') < 0;
}
