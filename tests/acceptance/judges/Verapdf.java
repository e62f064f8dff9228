import java.io.File;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges PDF files: arguments are flavours with commas between (ua1,2a), then files. Prints tab-separated verdicts and breaches. */
class Verapdf {
    private static final int BREACHES_SHOWN = 20;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String id : arguments[0].split(",")) {
            PDFAFlavour flavour = exactly(id);
            for (int index = 1; index < arguments.length; index++) {
                judge(arguments[index], flavour);
            }
        }
    }

    /** Returns the flavour named id. The library has one for unknown names: it would judge by no rule at all. */
    private static PDFAFlavour exactly(String id) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        if (!flavour.getId().equals(id)) {
            throw new IllegalArgumentException("veraPDF has no flavour " + id);
        }
        return flavour;
    }

    private static void judge(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, BREACHES_SHOWN, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            say(file, flavour, result.isCompliant() ? "compliant" : "not compliant");
            for (TestAssertion breach : result.getTestAssertions()) {
                say(file, flavour, breach.getRuleId().getClause() + ": " + breach.getMessage() + " " + breach.getLocation().getContext());
            }
        }
    }

    private static void say(String file, PDFAFlavour flavour, String words) {
        System.out.println(file + "\t" + flavour.getId() + "\t" + words.replaceAll("\\s+", " "));
    }
}
