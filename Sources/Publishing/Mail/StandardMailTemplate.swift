/// How a mail looks where the deck does not say.
///
/// Tables, since Outlook lays out nothing else; every style inline, since some clients drop `<style>`,
/// which therefore holds what only others can do: small screens and dark ones.
let standardMailTemplate = #"""
    <!DOCTYPE html>
    <html lang="{{language}}" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
    <meta name="x-apple-disable-message-reformatting">
    <title>{{subject}}</title>
    <!--[if mso]>
    <xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
    <style>h1, h2, p, td, a { font-family: Arial, sans-serif !important; }</style>
    <![endif]-->
    <style>
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    @media (max-width: 480px) {
      .edge { padding-left: 16px !important; padding-right: 16px !important; }
      .cell { display: block !important; width: auto !important; }
      .gap { display: none !important; }
      .tile { margin-bottom: 8px !important; }
    }
    @media (prefers-color-scheme: dark) {
      .page { background: #0e141b !important; }
      .sheet { background: #18212b !important; }
      .tile { background: #223040 !important; }
      .ink { color: #f0f4f8 !important; }
      .muted { color: #b3c0cd !important; }
      .value { color: #9cc4ee !important; }
      .rule { border-color: #35465a !important; }
    }
    [data-ogsc] .ink { color: #f0f4f8 !important; }
    [data-ogsc] .muted { color: #b3c0cd !important; }
    [data-ogsc] .value { color: #9cc4ee !important; }
    [data-ogsb] .page { background: #0e141b !important; }
    [data-ogsb] .sheet { background: #18212b !important; }
    [data-ogsb] .tile { background: #223040 !important; }
    </style>
    </head>
    <body class="page" style="margin:0;padding:0;background:{{color-panel}};-webkit-text-size-adjust:100%;text-size-adjust:100%">
    {{#preheader}}
    <div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px">{{preheader}}&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
    {{/preheader}}
    <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;background:{{color-panel}}">
    <tr><td align="center" style="padding:16px 0">
    <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
    <table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#ffffff;text-align:left">
    <tr><td class="edge" style="padding:0 24px">
    <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td width="58" height="8" style="width:58px;height:8px;background:{{color-accent}};font-size:0;line-height:0">&nbsp;</td></tr></table>
    {{#organisation}}
    <p class="muted" style="margin:20px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;font-weight:600;color:{{color-muted}}">{{organisation}}</p>
    {{/organisation}}
    <h1 class="ink" style="margin:12px 0 16px;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:26px;line-height:32px;font-weight:800;letter-spacing:-0.01em;text-wrap:balance;color:{{color-ink}}">{{{title-html}}}</h1>
    </td></tr>
    {{#parts}}
    {{#heading-html}}
    <tr><td class="edge" style="padding:16px 24px 8px">
    <h2 class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:19px;line-height:25px;font-weight:700;color:{{color-ink}}">{{{heading-html}}}</h2>
    </td></tr>
    {{/heading-html}}
    {{#paragraph-html}}
    <tr><td class="edge" style="padding:0 24px 16px">
    <p class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;font-weight:400;color:{{color-ink}}">{{{paragraph-html}}}</p>
    </td></tr>
    {{/paragraph-html}}
    {{#numbers}}
    <tr><td class="edge" style="padding:0 24px 16px">
    {{#rows}}
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;margin:0 0 8px">
    <tr>
    {{#cells}}
    <td class="cell tile" width="{{share}}%" valign="top" style="width:{{share}}%;padding:12px 14px;background:{{color-panel}}">
    <p class="value" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:24px;line-height:30px;font-weight:800;letter-spacing:-0.01em;white-space:nowrap;color:{{color-primary}}">{{value}}</p>
    <p class="muted" style="margin:2px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:19px;font-weight:500;color:{{color-muted}}">{{label}}</p>
    </td>
    {{^is-last}}
    <td class="gap" width="8" style="width:8px;font-size:0;line-height:0">&nbsp;</td>
    {{/is-last}}
    {{/cells}}
    </tr>
    </table>
    {{/rows}}
    </td></tr>
    {{/numbers}}
    {{#picture}}
    <tr><td class="edge" style="padding:12px 24px 20px">
    {{#caption-html}}
    <h2 class="ink" style="margin:0 0 10px;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:19px;line-height:25px;font-weight:700;color:{{color-ink}}">{{{caption-html}}}</h2>
    {{/caption-html}}
    <img src="cid:{{id}}" width="{{width}}" height="{{height}}" alt="{{alternative}}" border="0" style="display:block;width:100%;max-width:{{width}}px;height:auto;border:0;background:#ffffff;color:{{color-muted}};font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;font-weight:400">
    {{#text-html}}
    <p class="ink" style="margin:10px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;font-weight:400;color:{{color-ink}}">{{{text-html}}}</p>
    {{/text-html}}
    {{#source-html}}
    <p class="muted" style="margin:6px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:18px;font-weight:400;color:{{color-muted}}">{{{source-html}}}</p>
    {{/source-html}}
    </td></tr>
    {{/picture}}
    {{/parts}}
    <tr><td class="edge" style="padding:0 24px 24px">
    {{#foot-html}}
    <p class="muted rule" style="margin:8px 0 0;padding:14px 0 0;border-top:1px solid {{color-hairline}};font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:19px;font-weight:400;color:{{color-muted}}">{{{foot-html}}}</p>
    {{/foot-html}}
    {{#unsubscribe}}
    <p class="muted" style="margin:8px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:19px;font-weight:400"><a class="muted" href="{{unsubscribe}}" style="color:{{color-muted}}">{{unsubscribe}}</a></p>
    {{/unsubscribe}}
    </td></tr>
    </table>
    <!--[if mso]></td></tr></table><![endif]-->
    </td></tr>
    </table>
    </body>
    </html>

    """#
