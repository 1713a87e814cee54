package org.rapport.bot.bench;

import java.util.Map;

/**
 * What one pass over a question file came to.
 *
 * @param perSecond answers a second
 * @param cpu processor time of the server for each answer, in milliseconds
 * @param others how much of the machine other programs took meanwhile, of 100
 * @param latency from request to answer
 * @param resident memory of the server afterwards, in megabytes
 * @param peak most memory of the server so far, in megabytes
 * @param outcomes how many answers there were of each kind
 */
record Round(
    double perSecond,
    double cpu,
    double others,
    Percentiles latency,
    double resident,
    double peak,
    Map<String, Integer> outcomes) {}
