package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FetchedFiles.Missing;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.release.Release;
import org.rapport.bot.release.Uploads.Upload;
import org.rapport.knowledge.ask.Intake;
import org.rapport.knowledge.upload.UploadLimits;

/** What the coach says about documents that were given. */
final class DocumentMessages {
  /** Lines about one file; a scan can have a hundred pages that cannot be read. */
  private static final int MOST_LINES = 10;

  private static final String MEGABYTES = Long.toString(UploadLimits.MOST_BYTES / 1_000_000);
  private static final String MOST_FILES = Integer.toString(Documents.MOST_FILES);

  private final Wording wording;

  DocumentMessages(Wording wording) {
    this.wording = wording;
  }

  /** A short message: {@code documents.busy}, {@code documents.away}. */
  Message brief(String name) {
    return new Message(
        wording.words(name + ".summary"),
        List.of(new Block.Paragraph(wording.text(name + ".words"))));
  }

  /**
   * Only an admin may give documents.
   *
   * @param admins whom to turn to; empty if there is none
   */
  Message refused(Address reader, List<Address> admins) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(wording.text("documents.not-admin.words")));
    blocks.addAll(new WhoCanGrant(wording).blocks(reader, admins));
    return new Message(wording.words("documents.not-admin.summary"), blocks);
  }

  /**
   * What came of documents; what comes of them all is on top, as the end of a long message is cut.
   *
   * @param beyond whether there were more files than are taken at a time
   */
  Message taken(Upload upload, List<Missing> missing, boolean beyond) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("documents.heading")));
    blocks.add(new Block.Paragraph(Text.markdown(outcome(upload))));
    if (beyond) {
      blocks.add(
          new Block.Paragraph(
              Text.markdown(wording.words("documents.beyond", Map.of("most", MOST_FILES)))));
    }
    missing.forEach(each -> blocks.add(new Block.Bullets(each.name(), List.of(why(each)))));
    upload.files().forEach(each -> blocks.add(new Block.Bullets(each.document(), lines(each))));
    return new Message(wording.words("documents.heading"), blocks);
  }

  private String outcome(Upload upload) {
    return upload.release().map(this::outcome).orElseGet(() -> wording.words("documents.none"));
  }

  private String outcome(Release release) {
    return switch (release) {
      case Release.Live live ->
          wording.words("documents.live", Map.of("generation", Integer.toString(live.number())));
      case Release.Unchanged _ -> wording.words("documents.unchanged");
      case Release.Refused refused ->
          wording.words(
              "documents.refused",
              Map.of(
                  "lost",
                  Integer.toString(refused.gate().lost().size()),
                  "asked",
                  Integer.toString(refused.gate().asked())));
      case Release.Rehearsed _ ->
          throw new IllegalStateException("Documents are taken in, not rehearsed");
    };
  }

  private Text why(Missing file) {
    return switch (file.why()) {
      case TOO_LARGE ->
          Text.markdown(wording.words("documents.too-large", Map.of("megabytes", MEGABYTES)));
      case FORBIDDEN -> wording.text("documents.forbidden");
      case FAILED -> wording.text("documents.failed");
      case WHOLE -> throw new IllegalArgumentException("It is not missing");
    };
  }

  /** What people wrote in a file is shown as it is. */
  private List<Text> lines(Intake.Taken file) {
    return switch (file) {
      case Intake.Read read -> {
        List<String> lines = new ArrayList<>();
        String sections = Integer.toString(read.entries().size());
        lines.add(wording.words("documents.sections", Map.of("sections", sections)));
        read.unread().forEach(each -> lines.add(wording.words("documents.unread") + " " + each));
        yield few(lines);
      }
      case Intake.Refused refused -> few(refused.reasons());
    };
  }

  private List<Text> few(List<String> lines) {
    List<Text> few = new ArrayList<>();
    lines.stream().limit(MOST_LINES).map(Text::plain).forEach(few::add);
    if (lines.size() > MOST_LINES) {
      String more = Integer.toString(lines.size() - MOST_LINES);
      few.add(Text.plain(wording.words("documents.more", Map.of("more", more))));
    }
    return few;
  }
}
