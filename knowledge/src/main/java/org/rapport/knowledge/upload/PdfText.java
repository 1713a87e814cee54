package org.rapport.knowledge.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the lines from a PDF's pages, with how their letters look. */
final class PdfText extends PDFTextStripper {
  private static final Pattern BOLD = Pattern.compile("bold|black|heavy|demi");
  private static final int BOLD_WEIGHT = 600;
  private static final float NEARLY_ALL = 0.9f;

  private final PdfWeights weights;
  private final Deadline deadline;
  private final List<PdfLine> lines = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();
  private int characters;
  private int onPage;
  private boolean passedOver;
  private int unreadable;

  PdfText(PdfWeights weights, Deadline deadline) {
    this.weights = weights;
    this.deadline = deadline;
  }

  /**
   * The lines of one page, from 1, in the order in which they were written.
   *
   * @throws Refusal if this page, or those so far, have too much text
   */
  List<PdfLine> page(PDDocument document, int number) throws IOException {
    lines.clear();
    words.setLength(0);
    letters.clear();
    unreadable = 0;
    onPage = 0;
    passedOver = false;
    setStartPage(number);
    setEndPage(number);
    getText(document);
    return List.copyOf(lines);
  }

  /** How many letters of the last page have no meaning that a computer could tell. */
  int unreadable() {
    return unreadable;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    deadline.check();
    super.processOperator(operator, operands);
  }

  /** Whether something on the last page was too big to be gone through. */
  boolean passedOver() {
    return passedOver;
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (isSmall(form)) {
      super.showForm(form);
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    if (isSmall(group)) {
      super.showTransparencyGroup(group);
    }
  }

  private boolean isSmall(PDFormXObject form) {
    boolean small = weights.of(form.getCOSObject()) <= UploadLimits.MOST_PAGE_BYTES;
    passedOver |= !small;
    return small;
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    characters++;
    onPage++;
    if (characters > UploadLimits.MOST_CHARACTERS
        || onPage > UploadLimits.MOST_CHARACTERS_ON_PAGE) {
      throw Blocks.tooMuchText();
    }
    super.processTextPosition(text);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    words.append(text);
    letters.addAll(positions);
  }

  @Override
  protected void writeWordSeparator() {
    words.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void endPage(PDPage page) {
    endLine();
  }

  private void endLine() {
    String text = Text.line(words.toString());
    unreadable += (int) words.codePoints().filter(PdfText::isUnreadable).count();
    if (!text.isEmpty() && !letters.isEmpty()) {
      lines.add(line(text));
    }
    words.setLength(0);
    letters.clear();
  }

  private PdfLine line(String text) {
    TextPosition first = letters.getFirst();
    double size = letters.stream().mapToDouble(TextPosition::getYScale).average().orElse(0);
    long bold = letters.stream().filter(letter -> isBold(letter.getFont())).count();
    float height = Math.max(1, first.getPageHeight());
    return new PdfLine(
        getCurrentPageNo(),
        first.getYDirAdj(),
        first.getYDirAdj() / height,
        (int) Math.round(size * 2),
        bold >= letters.size() * NEARLY_ALL,
        text);
  }

  private static boolean isUnreadable(int point) {
    return point == 0xFFFD || Character.getType(point) == Character.PRIVATE_USE;
  }

  private static boolean isBold(PDFont font) {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    if (descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT)) {
      return true;
    }
    String name = font.getName();
    return name != null && BOLD.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
