package org.rapport.bot.campaign;

/**
 * How sure a share is: the 95% interval of Wilson's score for a binomial proportion (E. B. Wilson,
 * Journal of the American Statistical Association 22, 1927).
 *
 * @param low from 0 to 1
 * @param high from 0 to 1
 */
public record Wilson(double low, double high) {
  /** The normal distribution's 97.5th percentile. */
  private static final double Z = 1.959964;

  /** The interval of so many out of so many; from 0 to 1 if that is out of none. */
  static Wilson of(int some, int all) {
    if (all == 0) {
      return new Wilson(0, 1);
    }
    double share = (double) some / all;
    double spread = Z * Z / all;
    double middle = share + spread / 2;
    double half = Z * Math.sqrt((share * (1 - share) + spread / 4) / all);
    return new Wilson(
        Math.max(0, (middle - half) / (1 + spread)), Math.min(1, (middle + half) / (1 + spread)));
  }
}
