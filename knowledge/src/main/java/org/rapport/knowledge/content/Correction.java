package org.rapport.knowledge.content;

import java.util.List;

/**
 * What to say first to somebody who takes for true what is not.
 *
 * @param section id of the section that puts it right
 * @param truth one sentence that is true by itself, whatever was asked
 * @param beliefs what people wrongly believe, in their words
 */
public record Correction(String section, String truth, List<String> beliefs) {
  public Correction {
    beliefs = List.copyOf(beliefs);
  }
}
