package org.rapport.bot.channel.teams;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Takes the log-in library's requests to the log-in service that is set, and nowhere else. */
final class LoginClient implements IHttpClient {
  private final HttpUrl base;
  private final OkHttpClient client;

  LoginClient(URI base, TeamsHttp http) {
    this.base = HttpUrl.get(base.toString());
    this.client = http.client().callTimeout(http.patience().reply()).build();
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws IOException {
    HttpUrl asked = HttpUrl.get(request.url().toString());
    HttpUrl address =
        asked.newBuilder().scheme(base.scheme()).host(base.host()).port(base.port()).build();
    Request.Builder call = new Request.Builder().url(address);
    request.headers().forEach(call::header);
    if (request.httpMethod() == HttpMethod.POST) {
      call.post(RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8)));
    }
    try (Response response = client.newCall(call.build()).execute()) {
      HttpResponse reply = new HttpResponse();
      ResponseBody body = response.body();
      reply.statusCode(response.code()).body(body == null ? "" : body.string());
      reply.addHeaders(response.headers().toMultimap());
      return reply;
    }
  }
}
