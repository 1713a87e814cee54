package org.rapport.bot.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * Gives each request an id of our own making, in the log and in the response, so that a person can
 * name the request that went wrong. An id from outside is never taken over.
 */
final class RequestIdHandler extends Handler.Wrapper {
  /** The name in log lines and of the request attribute. */
  static final String REQUEST_ID = "requestId";

  private static final String HEADER = "X-Request-Id";

  RequestIdHandler(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String id = assign(request, response);
    try (MDC.MDCCloseable _ = MDC.putCloseable(REQUEST_ID, id)) {
      return super.handle(request, response, callback);
    }
  }

  /** The request's id; one is made for a request that never came as far as the handler. */
  static String assign(Request request, Response response) {
    String id =
        request.getAttribute(REQUEST_ID) instanceof String known
            ? known
            : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    request.setAttribute(REQUEST_ID, id);
    response.getHeaders().put(HEADER, id);
    return id;
  }
}
