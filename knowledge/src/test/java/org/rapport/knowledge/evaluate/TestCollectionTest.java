package org.rapport.knowledge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.knowledge.ask.Retriever;
import org.rapport.knowledge.embed.Embedder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestCollectionTest {
  @TempDir Path folder;
  private Path corpus;
  private Path queries;
  private Path judgements;
  private final Embedder embedder = new Embedder(1);

  @AfterAll
  void close() {
    embedder.close();
  }

  @BeforeEach
  void aSmallCollection() throws IOException {
    corpus = folder.resolve("corpus.jsonl");
    queries = folder.resolve("queries.jsonl");
    judgements = folder.resolve("qrels.tsv");
    Files.writeString(
        corpus,
        """
        {"_id":"d1","title":"How do I reset my password?","text":"Press forgot password.","label":"PASSWORD"}
        {"_id":"d2","title":"What are your opening hours?","text":"Nine to five.","label":"HOURS"}
        {"_id":"d3","title":"Where is my parcel?","text":"Follow the link in the e-mail.","label":"PARCEL"}
        """);
    Files.writeString(
        queries,
        """
        {"_id":"q1","text":"forgotten my log in word","label":"PASSWORD"}
        {"_id":"q2","text":"when are you open","label":"HOURS"}
        {"_id":"q3","text":"delivery has not come","label":"PARCEL"}
        {"_id":"q4","text":"the moons of jupiter","oos":true}
        """);
    Files.writeString(judgements, "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\nq3\td3\t1\n");
  }

  @Test
  void aCollectionInTheFormOfBeirIsSearchedAndMeasured() {
    RetrievalEvaluation.Report report =
        RetrievalEvaluation.run(
            TestCollection.read(corpus, queries, judgements), embedder, Retriever.Mode.BOTH);

    assertThat(report.documents()).isEqualTo(3);
    assertThat(report.queries()).isEqualTo(3);
    assertThat(report.ndcg10()).isEqualTo(1);
    assertThat(report.recall100()).isEqualTo(1);
  }

  @Test
  void answersToOneQuestionStandTogether() throws IOException {
    Files.writeString(
        corpus,
        """
        {"_id":"d1","title":"How do I reset my password?","text":"Press forgot password, then choose a new password."}
        {"_id":"d2","title":"How do I reset my password?","text":"Bring a photograph and your staff card to the ground floor before noon."}
        {"_id":"d3","title":"How long must a new password be?","text":"Choose twelve letters or more."}
        {"_id":"d4","title":"Where is my parcel?","text":"Follow the link in the e-mail."}
        """);
    Files.writeString(queries, "{\"_id\":\"q1\",\"text\":\"how do I choose a new password\"}\n");
    Files.writeString(judgements, "q1\td1\t1\nq1\td2\t1\n");

    RetrievalEvaluation.Report report =
        RetrievalEvaluation.run(
            TestCollection.read(corpus, queries, judgements), embedder, Retriever.Mode.BOTH);

    assertThat(report.ndcg10()).isEqualTo(1);
  }

  @Test
  void judgementsInTheFormOfTrecAreUnderstood() throws IOException {
    Files.writeString(judgements, "q1 0 d1 1\nq2 0 d2 1\nq3 0 d3 0\n");
    assertThat(TestCollection.read(corpus, queries, judgements).relevant())
        .containsOnlyKeys("q1", "q2");
  }

  @Test
  void outOfScopeIsToldByAThreshold() {
    OutOfScopeEvaluation.Report report =
        OutOfScopeEvaluation.run(TestCollection.read(corpus, queries, judgements), embedder);
    assertThat(report.queries()).isEqualTo(4);
    assertThat(report.mcc()).isGreaterThan(0.3);
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Files.writeString(queries, "{\"_id\":\"q1\",\"text\":\"ok\"}\n{oops\n");
    assertThatThrownBy(() -> TestCollection.read(corpus, queries, judgements))
        .hasMessageContaining("queries.jsonl:2");
  }
}
