package org.lecturehalls.standalone.e2e;

import com.microsoft.playwright.Browser;
import java.util.function.Supplier;

/** In which language somebody reads the app, and on what screen. */
enum Reader {
    CHINESE_AT_A_DESK("zh-CN", TestBrowser::desktop),
    CHINESE_ON_A_PHONE("zh-CN", TestBrowser::phone),
    CHINESE_BEFORE_A_PROJECTOR("zh-CN", TestBrowser::projector),
    ENGLISH_AT_A_DESK("en", TestBrowser::desktop),
    ENGLISH_ON_A_PHONE("en", TestBrowser::phone),
    ENGLISH_BEFORE_AN_OLD_PROJECTOR("en", TestBrowser::oldProjector);

    private final String language;
    private final Supplier<Browser.NewContextOptions> screen;

    Reader(String language, Supplier<Browser.NewContextOptions> screen) {
        this.language = language;
        this.screen = screen;
    }

    Words words() {
        return Words.of(language);
    }

    /** A person of the demo with such a screen, signed in, who has chosen this language before. */
    TestBrowser.Visitor as(String user, TestBrowser browser, RunningPlatform platform) {
        TestBrowser.Visitor visitor =
                browser.person(platform, user, screen.get().setLocale(language));
        visitor.context().addInitScript("localStorage.setItem('lh.locale', '" + language + "')");
        return visitor;
    }
}
