package org.rapport.bot.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers every failed request: a page to a browser, JSON to a program. Says what happened and the
 * request's id, and nothing of what went on inside or came in from outside.
 */
final class ErrorPages implements Request.Handler {
  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String id = RequestIdHandler.assign(request, response);
    SecurityHeaders.putOn(response);
    int status = status(request, response);
    response.setStatus(status);
    boolean page = wantsPage(request);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, page ? "text/html; charset=utf-8" : "application/json");
    Content.Sink.write(response, true, page ? page(status, id) : json(status, id), callback);
    return true;
  }

  private static int status(Request request, Response response) {
    return request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer status
        ? status
        : response.getStatus();
  }

  private static boolean wantsPage(Request request) {
    return request.getHeaders().contains(HttpHeader.ACCEPT, "text/html");
  }

  private String page(int status, String id) {
    return pages.render("error.jte", Map.of("status", status, "id", id));
  }

  private static String json(int status, String id) {
    return """
    {"status":%d,"error":"%s","requestId":"%s"}
    """
        .formatted(status, HttpStatus.getMessage(status), id);
  }
}
