package org.rapport.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A foreign text is shown as it is, whatever a reader of Markdown would make of it. */
class PlainMarkdownTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words.",
        "- one\n- two\n\nThree.",
        "1. one\n2) two\n# three\n+ four\n=== five",
        "*bold* _it_ `code` ~~gone~~ [link](https://evil.example) <https://evil.example>",
        "![picture](https://evil.example/p.png) &amp; &#35; \\ \\* | a | b |",
        "<script>alert(1)</script>\n<!-- no -->",
        "---\nnot a heading\n---",
        "[ref]: https://evil.example\n[ref]",
        "```\nfence\n```\n~~~\nfence\n~~~",
        "* * *\n> quote\n    indented"
      })
  void itsWordsAreShownAsTheyAre(String text) {
    Node read = Parser.builder().build().parse(PlainMarkdown.of(text));

    String stripped = String.join("\n", text.strip().lines().map(String::strip).toList());
    assertThat(new Words(read).words()).isEqualTo(stripped);
  }

  /** The words of paragraphs; fails on anything else. */
  private static final class Words extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    Words(Node document) {
      document.accept(this);
    }

    String words() {
      return words.toString();
    }

    @Override
    protected void visitChildren(Node parent) {
      assertThat(parent.getClass().getSimpleName()).isIn("Document", "Paragraph");
      super.visitChildren(parent);
    }

    @Override
    public void visit(Paragraph paragraph) {
      words.append(paragraph.getPrevious() == null ? "" : "\n\n");
      visitChildren(paragraph);
    }

    @Override
    public void visit(Text text) {
      words.append(text.getLiteral());
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      words.append('\n');
    }
  }
}
