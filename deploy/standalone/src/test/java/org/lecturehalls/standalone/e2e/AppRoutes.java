package org.lecturehalls.standalone.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All pages of the web app, as its own router lists them: a page that is added is walked without being written down here. */
record AppRoutes(List<Route> routes) {

    private static final Pattern PARAMETER = Pattern.compile("/:(\\w+)(\\([^)]*\\))?([?*]?)");

    private static final String LIST = """
            () => {
              const router = document.querySelector('#app').__vue_app__.config.globalProperties.$router;
              const metaOf = (path) => router.resolve(path.replace(/:\\w+(\\([^)]*\\))?[?*]?/g, 'x')).meta;
              return router.getRoutes()
                .filter((route) => route.components && !route.redirect && route.children.length === 0)
                .map(({ path }) => ({ path, meta: metaOf(path) }))
                .map(({ path, meta }) => ({ path, area: meta.area ?? '', roles: (meta.roles ?? []).join() }));
            }
            """;

    /**
     * @param area which part of the app it belongs to; children of a layout have their parent's
     * @param roles who may see it; empty for everybody
     */
    record Route(String path, String area, List<String> roles) {}

    static AppRoutes of(Page page) {
        List<Route> routes = new ArrayList<>();
        for (Object each : (List<?>) page.evaluate(LIST)) {
            Map<?, ?> route = (Map<?, ?>) each;
            String roles = (String) route.get("roles");
            routes.add(new Route(
                    (String) route.get("path"),
                    (String) route.get("area"),
                    roles.isEmpty() ? List.of() : List.of(roles.split(","))));
        }
        return new AppRoutes(routes);
    }

    /** The addresses to go to: with a value for each parameter, and without those that may be left out. */
    static List<String> addresses(Route route, Map<String, String> values) {
        Matcher matcher = PARAMETER.matcher(route.path());
        String full = matcher.replaceAll(found -> Matcher.quoteReplacement("/" + value(route, found.group(1), values)));
        String bare = matcher.replaceAll(found ->
                found.group(3).isEmpty() ? Matcher.quoteReplacement("/" + value(route, found.group(1), values)) : "");
        return Stream.of(full, bare).filter(path -> !path.isEmpty()).distinct().toList();
    }

    private static String value(Route route, String parameter, Map<String, String> values) {
        String value = values.get(parameter);
        if (value == null) {
            throw new AssertionError("The page " + route.path() + " was added with a parameter \"" + parameter
                    + "\" that the walk over all pages has no value for: give it one in SampleWork.parameters()");
        }
        return value;
    }
}
