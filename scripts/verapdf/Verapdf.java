import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** One line for each file, PASS or FAIL as PDF/A-2a, and below a FAIL what the standard asks. */
public class Verapdf {
    private static final int MOST_FAULTS = 5;

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            ValidationResult result = judged(file);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + file);
            result.getTestAssertions().stream().limit(MOST_FAULTS).forEach(
                fault -> System.out.println("  " + fault.getRuleId().getClause() + ": " + fault.getMessage()));
        }
    }

    private static ValidationResult judged(String file) throws Exception {
        try (FileInputStream stream = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(stream, PDFAFlavour.PDFA_2_A);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(
                 PDFAFlavour.PDFA_2_A, MOST_FAULTS, false, false, false)) {
            return validator.validate(parser);
        }
    }
}
