package org.rapport.knowledge;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where part of an answer comes from: the section that was read and the published source that its
 * facts rest on. Without an address it is Rapport's own advice, or a document of the asker's
 * organisation.
 *
 * @param section id of the section
 * @param title title of the section
 * @param facts ids of the section's facts that rest on this source
 * @param source title of the source
 * @param publisher who published it
 * @param date when, in the source's own form ("14 Dec 2025", "about 2013", "no date")
 * @param url the source's address
 */
public record Citation(
    String section,
    String title,
    List<String> facts,
    String source,
    String publisher,
    String date,
    Optional<URI> url) {

  public Citation {
    facts = List.copyOf(facts);
  }
}
