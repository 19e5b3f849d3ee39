package dev.checklist.k8s;

import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientImpl;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call of OkHttp from outside while its answer is being read. The client's own way closes the answer from a second
 * thread, which leaves the first, and the connection, to a quiet stream until its time-out.
 */
final class Hangup implements Interceptor {
    private @Nullable Call call;
    private boolean isOver;

    /** Derives a client that shares the connections of another, and whose calls this ends. */
    HttpClient over(OkHttpClientImpl client) {
        HttpClient.Factory factory = new OkHttpClientFactory() {
            @Override
            protected OkHttpClient.Builder newOkHttpClientBuilder() {
                return client.getOkHttpClient().newBuilder().addInterceptor(Hangup.this);
            }
        };
        HttpClient.Builder derived = factory.newBuilder();
        derived.addOrReplaceInterceptor("HttpLogging", null);
        ((StandardHttpClientBuilder<?, ?, ?>) client.newBuilder())
                .getInterceptors()
                .forEach(derived::addOrReplaceInterceptor);
        return derived.tag(client.getTag(RequestConfig.class)).build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        synchronized (this) {
            if (isOver) {
                throw new IOException("hung up before the call began");
            }
            call = chain.call();
        }
        return chain.proceed(chain.request());
    }

    synchronized void now() {
        isOver = true;
        if (call != null) {
            call.cancel();
        }
    }
}
