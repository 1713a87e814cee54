package org.rapport.knowledge.library;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place to meet people.
 *
 * @param id stable and unique among the networks
 * @param goodFor what it is good for
 * @param where where it meets
 * @param address a page of it or about it
 * @param hashtags as their owners write them
 * @param cadence how often, or how often it was
 * @param lastKnownActive the newest sign of life
 * @param offered whether a nudge may offer it
 * @param join how to join well, in order
 * @param caution what to be careful of
 * @param positions the jobs it suits; {@code any} for all
 * @param stages the stages it suits, 0 to 5
 * @param area the field of work that it is for, if it is for one
 * @param checked when somebody last looked
 * @param isSourced whether a source confirms it
 * @param guidance ids of the sections that help, most useful first
 * @param facts ids of the facts that it rests on
 */
public record Network(
    String id,
    String name,
    Kind kind,
    String goodFor,
    List<String> where,
    Optional<URI> address,
    List<String> hashtags,
    String cadence,
    String lastKnownActive,
    Activity activity,
    boolean offered,
    List<String> join,
    Optional<String> caution,
    List<String> positions,
    Set<Integer> stages,
    Optional<String> area,
    LocalDate checked,
    boolean isSourced,
    List<String> guidance,
    List<String> facts) {

  public Network {
    where = List.copyOf(where);
    hashtags = List.copyOf(hashtags);
    join = List.copyOf(join);
    positions = List.copyOf(positions);
    stages = Set.copyOf(stages);
    guidance = List.copyOf(guidance);
    facts = List.copyOf(facts);
  }

  /** What sort of place it is. */
  public enum Kind {
    NETWORK,
    CLOSED_NETWORK,
    LOCAL_NETWORK,
    COMMUNITY,
    CHAT,
    TAG,
    BODY,
    CHARITY,
    CAMPAIGN,
    COURSE,
    EVENT,
    FEEDBACK,
    IN_PERSON,
    LIST,
    NEWS,
    PAGE,
    HISTORY
  }

  /** Whether it is alive. */
  public enum Activity {
    CURRENT,
    /** By general knowledge only. */
    BELIEVED,
    UNKNOWN,
    /** Changing hands or name. */
    MOVING,
    TAG_ONLY,
    LAPSED
  }
}
