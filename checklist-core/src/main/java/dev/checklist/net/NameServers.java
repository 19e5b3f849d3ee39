package dev.checklist.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/** Finds the name servers of this machine; JNDI knows where each platform keeps them. */
final class NameServers {
    private static final int PORT = 53;

    private NameServers() {}

    @SuppressWarnings("JdkObsolete") // JNDI takes a Hashtable
    static List<InetSocketAddress> ofThisMachine() {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, "dns:");
        try {
            InitialDirContext context = new InitialDirContext(settings);
            Object urls = context.getEnvironment().get(Context.PROVIDER_URL);
            context.close();
            List<InetSocketAddress> servers = new ArrayList<>();
            for (String url : String.valueOf(urls).split("\\s+")) {
                servers.add(server(url));
            }
            return List.copyOf(servers);
        } catch (NamingException | UnknownHostException e) {
            return List.of();
        }
    }

    /** Reads a URL such as {@code dns://192.0.2.53:53/}; a scope is part of an IPv6 address. */
    private static InetSocketAddress server(String url) throws UnknownHostException {
        String place = url.replaceFirst("^dns:(//)?", "").replaceFirst("/.*$", "");
        boolean hasPort = place.matches(".*(\\]|^[^:]+):\\d+$") || place.matches("[^:]+:\\d+");
        String host = (hasPort ? place.substring(0, place.lastIndexOf(':')) : place).replaceAll("[\\[\\]]", "");
        int port = hasPort ? Integer.parseInt(place.substring(place.lastIndexOf(':') + 1)) : PORT;
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }
}
