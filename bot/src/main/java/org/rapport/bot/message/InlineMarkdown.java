package org.rapport.bot.message;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Turns the Markdown that guidance may use into a {@link Text}. */
final class InlineMarkdown extends AbstractVisitor {
  private static final Parser PARSER = Parser.builder().build();

  private final List<Text.Span> spans = new ArrayList<>();

  private InlineMarkdown() {}

  static Text parse(String markdown) {
    InlineMarkdown visitor = new InlineMarkdown();
    PARSER.parse(markdown).accept(visitor);
    return new Text(visitor.spans);
  }

  @Override
  public void visit(org.commonmark.node.Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    add(html.getLiteral());
  }

  @Override
  public void visit(HtmlBlock html) {
    add(html.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add("\n");
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (paragraph.getPrevious() != null) {
      add("\n\n");
    }
    visitChildren(paragraph);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    spans.add(new Text.Bold(words(strong)));
  }

  @Override
  public void visit(Emphasis emphasis) {
    spans.add(new Text.Italic(words(emphasis)));
  }

  @Override
  public void visit(Link link) {
    String address = link.getDestination();
    if (address.startsWith("https://") || address.startsWith("http://")) {
      try {
        spans.add(new Text.Link(words(link), URI.create(address)));
        return;
      } catch (IllegalArgumentException notAnAddress) {
        // Shown as words below.
      }
    }
    add(words(link));
  }

  private void add(String words) {
    spans.add(new Text.Plain(words));
  }

  private static String words(Node node) {
    InlineMarkdown inner = new InlineMarkdown();
    inner.visitChildren(node);
    return new Text(inner.spans).words();
  }
}
