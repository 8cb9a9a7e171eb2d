package org.lecturehalls.standalone.e2e;

import com.microsoft.playwright.Page;

/** Going to a page of the app, and knowing when all of it is there. */
final class AppPage {

    private static final String COMPLETE = """
            () => document.querySelector('main, [data-screen]')
              && !document.querySelector('.skeleton, .shell, .el-loading-mask, [aria-busy="true"]')
            """;

    private AppPage() {}

    static void open(Page page, String address) {
        page.navigate(address);
        complete(page);
    }

    /** Nothing stands in the place of something that is still on its way. */
    static void complete(Page page) {
        page.waitForFunction(COMPLETE);
    }
}
