//! A headless Chromium, told what to do as its users would do it (<https://www.w3.org/TR/webdriver2/>).

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// How long a page may take until it shows what is waited for.
const PATIENCE: Duration = Duration::from_secs(45);

/// Keys that are no letters, as `WebDriver` writes them.
pub(crate) mod key {
    pub(crate) const TAB: &str = "\u{e004}";
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const SPACE: &str = " ";
}

/// The page is kept up to date.
pub(crate) const LIVE: &str = "document.querySelector('#connection').dataset.state === 'live'";
/// The page has lost its server, and says so.
pub(crate) const LOST: &str = "document.querySelector('#connection').dataset.state === 'lost'";

/// Everything that reaches over the edge of the screen.
const OVER: &str = "const width = document.documentElement.clientWidth; \
    return [...document.body.querySelectorAll('*')] \
      .filter((element) => element.getBoundingClientRect().right > width + 1) \
      .map((element) => element.outerHTML.slice(0, 90))";

/// Every text with too little contrast to what is behind it
/// (<https://www.w3.org/TR/WCAG22/#contrast-minimum>), and how many were looked at.
const PALE: &str = r"
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const paint = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data;
    };
    const light = ([...rgb]) => {
      const [r, g, b] = rgb.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = paint(getComputedStyle(at).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return [255, 255, 255];
    };
    const pale = [];
    let texts = 0;
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('noscript, script, .skip, .unseen, svg')) continue;
      const has = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!has) continue;
      texts += 1;
      const [one, other] = [paint(getComputedStyle(element).color), behind(element)].map(light);
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (ratio < 4.5) pale.push(`${element.outerHTML.slice(0, 90)} ${ratio.toFixed(2)}`);
    }
    return { texts, pale };
";

/// A browser with one window; closed when the test ends.
pub(crate) struct Browser {
    driver: Child,
    session: String,
    client: reqwest::Client,
    runtime: tokio::runtime::Runtime,
}

impl Browser {
    /// Needs `chromedriver` and `chromium`.
    pub(crate) fn start() -> Self {
        Self::waiting("normal")
    }

    /// A browser that runs no scripts of pages. Nothing waits for its pages to be loaded: only a script
    /// could tell.
    pub(crate) fn without_scripts() -> Self {
        let browser = Self::waiting("none");
        browser.tool(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": true }),
        );
        browser
    }

    fn waiting(for_pages: &str) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed");
        let mut said = BufReader::new(driver.stdout.take().unwrap());
        let port = loop {
            let mut line = String::new();
            assert!(said.read_line(&mut line).unwrap() > 0, "it ended");
            let told = line.split_once("started successfully on port ");
            if let Some((_, port)) = told {
                break port.trim().trim_end_matches('.').to_owned();
            }
        };
        // Reads on, or what it says would one day stop it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let mut browser = Self {
            driver,
            session: format!("http://127.0.0.1:{port}/session"),
            client: reqwest::Client::new(),
            runtime,
        };
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "pageLoadStrategy": for_pages,
            "timeouts": { "script": 60_000, "pageLoad": 60_000 },
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--hide-scrollbars", "--force-color-profile=srgb", "--no-first-run",
                "--disable-background-networking", "--disable-component-update",
                "--autoplay-policy=no-user-gesture-required", "--lang=en-GB",
            ] },
        } } });
        let session = browser.post("", &wanted);
        let session = session["sessionId"].as_str().unwrap().to_owned();
        browser.session = format!("{}/{session}", browser.session);
        browser.screen(1280, 800);
        browser
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        let request = self.client.post(format!("{}{command}", self.session));
        self.answer(command, request.json(body))
    }

    fn get(&self, command: &str) -> Value {
        let request = self.client.get(format!("{}{command}", self.session));
        self.answer(command, request)
    }

    fn answer(&self, command: &str, request: reqwest::RequestBuilder) -> Value {
        self.attempt(request)
            .unwrap_or_else(|problem| panic!("{command}: {problem}"))
    }

    fn attempt(&self, request: reqwest::RequestBuilder) -> Result<Value, Value> {
        let mut answer: Value = self
            .runtime
            .block_on(async { request.send().await?.json().await })
            .unwrap();
        let value = answer["value"].take();
        if value.get("error").is_some_and(Value::is_string) {
            return Err(value);
        }
        Ok(value)
    }

    /// Goes to a page and waits until it is loaded.
    pub(crate) fn go(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// What a script returns.
    pub(crate) fn ask(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The text of the first element that fits.
    pub(crate) fn text(&self, selector: &str) -> String {
        let script = format!("return document.querySelector({selector:?})?.innerText ?? null");
        let text = self.ask(&script);
        let text = text.as_str();
        text.unwrap_or_else(|| panic!("there is no {selector}"))
            .to_owned()
    }

    /// Waits until an expression is true in the page.
    pub(crate) fn until(&self, condition: &str) {
        let patience = PATIENCE.as_millis();
        let script = format!(
            "const done = arguments[0], end = Date.now() + {patience};\n\
             const look = () => {{\n\
               let is = false;\n\
               try {{ is = Boolean({condition}); }} catch {{ /* not there yet */ }}\n\
               if (is || Date.now() > end) done(is); else setTimeout(look, 20);\n\
             }};\n\
             look();"
        );
        let is = self.post("/execute/async", &json!({ "script": script, "args": [] }));
        if is != true {
            self.picture("failed");
            panic!("never: {condition}\n{}", self.text("body"));
        }
    }

    /// Waits until the page, which may be loaded again meanwhile, says this.
    pub(crate) fn until_loaded(&self, text: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            // Between two pages there is none.
            let source = self.attempt(self.client.get(format!("{}/source", self.session)));
            let source = source.unwrap_or_else(|problem| problem).to_string();
            if source.contains(text) {
                return;
            }
            assert!(Instant::now() < end, "never: {text}\n{source}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// The tab that is looked at.
    pub(crate) fn window(&self) -> String {
        self.get("/window").as_str().unwrap().to_owned()
    }

    /// Looks at another tab.
    pub(crate) fn switch_to(&self, window: &str) {
        self.post("/window", &json!({ "handle": window }));
    }

    /// Opens a page in a tab of its own, and looks at that.
    pub(crate) fn new_tab(&self, url: &str) {
        let made = self.post("/window/new", &json!({ "type": "tab" }));
        self.switch_to(made["handle"].as_str().unwrap());
        self.go(url);
    }

    /// Types into whatever has the focus.
    pub(crate) fn press(&self, keys: &str) {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                let key = key.to_string();
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                ]
            })
            .collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [keyboard] }));
    }

    /// Clicks the first element that fits.
    pub(crate) fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("/element/{element}/click"), &json!({}));
    }

    /// Types into the first element that fits.
    pub(crate) fn write(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.post(
            &format!("/element/{element}/value"),
            &json!({ "text": text }),
        );
    }

    /// Clicks the button of this name, once there is one that can be.
    pub(crate) fn click_button(&self, name: &str) {
        let path = format!("//button[normalize-space()='{name}']");
        let end = Instant::now() + PATIENCE;
        loop {
            let found = self.attempt(
                self.client
                    .post(format!("{}/element", self.session))
                    .json(&json!({ "using": "xpath", "value": path })),
            );
            // It may become another between being found and being clicked.
            let clicked = found.and_then(|found| {
                let element = found.as_object().and_then(|found| found.values().next());
                let element = element.and_then(Value::as_str).unwrap();
                let click = format!("{}/element/{element}/click", self.session);
                self.attempt(self.client.post(click).json(&json!({})))
            });
            let Err(problem) = clicked else { return };
            if Instant::now() > end {
                self.picture("failed");
                panic!("never a button {name}: {problem}\n{}", self.text("body"));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Role and name of everything that fits, as those are told who do not see the page.
    pub(crate) fn told_aloud(&self, selector: &str) -> Vec<(String, String)> {
        let found = self.post(
            "/elements",
            &json!({ "using": "css selector", "value": selector }),
        );
        let elements = found.as_array().unwrap().iter();
        let elements = elements.filter_map(|found| found.as_object()?.values().next()?.as_str());
        elements
            .map(|element| {
                let told = |what| {
                    let told = self.get(&format!("/element/{element}/{what}"));
                    told.as_str().unwrap().to_owned()
                };
                (told("computedrole"), told("computedlabel"))
            })
            .collect()
    }

    /// Every text stands out from what is behind it; there have to be so many texts.
    pub(crate) fn nothing_is_pale(&self, least: u64) {
        let told = self.ask(PALE);
        assert!(told["texts"].as_u64().unwrap() >= least, "{told}");
        assert_eq!(told["pale"], json!([]));
    }

    /// Nothing reaches over the edge of the screen.
    pub(crate) fn nothing_sticks_out(&self) {
        assert_eq!(self.ask(OVER), json!([]));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post(
            "/element",
            &json!({ "using": "css selector", "value": selector }),
        );
        let found = found.as_object().and_then(|found| found.values().next());
        found.and_then(Value::as_str).unwrap().to_owned()
    }

    /// A screen of this size, in CSS pixels.
    pub(crate) fn screen(&self, width: u32, height: u32) {
        self.tool(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 }),
        );
    }

    /// A browser that is set to `light` or `dark`.
    pub(crate) fn prefers(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.tool(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [feature] }),
        );
    }

    /// Something that Chromium alone can do.
    pub(crate) fn tool(&self, command: &str, parameters: &Value) -> Value {
        self.post(
            "/goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        )
    }

    /// What the browser itself complained of since it was last asked: refused files, scripts that
    /// broke.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let told = self.post("/se/log", &json!({ "type": "browser" }));
        let told = told.as_array().cloned().unwrap_or_default();
        let texts = told.iter().map(|entry| entry["message"].to_string());
        texts.collect()
    }

    /// Keeps a picture of what is on the screen, to be looked at.
    pub(crate) fn picture(&self, name: &str) -> PathBuf {
        let shot = self.tool("Page.captureScreenshot", &json!({ "format": "png" }));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let folder = folder.parent().unwrap().join("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{name}.png"));
        let png = STANDARD.decode(shot["data"].as_str().unwrap()).unwrap();
        std::fs::write(&file, png).unwrap();
        file
    }

    /// The window's title.
    pub(crate) fn title(&self) -> String {
        self.get("/title").as_str().unwrap().to_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let end = self.client.delete(&self.session);
        let _ = self.runtime.block_on(end.send());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
