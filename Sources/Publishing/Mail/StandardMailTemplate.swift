/// How a mail looks where the deck does not say.
///
/// Tables, since Outlook lays out nothing else, and tiles that stand side by side where there is room without
/// being asked to; every style inline, since some clients drop `<style>`, which therefore holds what only others
/// can do: small screens and dark ones.
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
      .tile { max-width: none !important; margin-right: 0 !important; }
    }
    @media (prefers-color-scheme: dark) {
      .page { background-color: #0e141b !important; }
      .sheet { background-color: #18212b !important; }
      .tile { background-color: #223040 !important; }
      .ink { color: #f0f4f8 !important; }
      .muted { color: #b3c0cd !important; }
      .value { color: #9cc4ee !important; }
      .rule { border-color: #35465a !important; }
    }
    [data-ogsc].ink, [data-ogsc] .ink { color: #f0f4f8 !important; }
    [data-ogsc].muted, [data-ogsc] .muted { color: #b3c0cd !important; }
    [data-ogsc].value, [data-ogsc] .value { color: #9cc4ee !important; }
    [data-ogsb].page, [data-ogsb] .page { background-color: #0e141b !important; }
    [data-ogsb].sheet, [data-ogsb] .sheet { background-color: #18212b !important; }
    [data-ogsb].tile, [data-ogsb] .tile { background-color: #223040 !important; }
    </style>
    </head>
    <body class="page" bgcolor="{{color-panel}}" style="margin:0;padding:0;background-color:{{color-panel}};-webkit-text-size-adjust:100%;text-size-adjust:100%">
    {{#preheader}}
    <div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px">{{preheader}}&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
    {{/preheader}}
    <div role="article" aria-roledescription="email" aria-label="{{subject}}" lang="{{language}}" dir="ltr">
    <table class="page" role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" bgcolor="{{color-panel}}" style="width:100%;border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt;background-color:{{color-panel}}">
    <tr><td align="center" style="padding:16px 0">
    <!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0" border="0" width="600" align="center"><tr><td width="600"><![endif]-->
    <table class="sheet" role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" align="center" bgcolor="#ffffff" style="width:100%;max-width:600px;border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt;background-color:#ffffff;text-align:left">
    <tr><td class="edge" style="padding:0 24px">
    <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt"><tr><td width="58" height="8" bgcolor="{{color-accent}}" style="width:58px;height:8px;background-color:{{color-accent}};font-size:0;line-height:8px;mso-line-height-rule:exactly">&nbsp;</td></tr></table>
    </td></tr>
    <tr><td class="edge" style="padding:18px 24px 14px">
    {{#organisation}}
    <p class="muted" style="margin:0 0 4px;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;mso-line-height-rule:exactly;font-weight:700;color:{{color-muted}}">{{organisation}}</p>
    {{/organisation}}
    <h1 class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:26px;line-height:32px;mso-line-height-rule:exactly;font-weight:700;color:{{color-ink}};letter-spacing:-0.01em;text-wrap:balance">{{{title-html}}}</h1>
    </td></tr>
    {{#parts}}
    {{#heading-html}}
    <tr><td class="edge" style="padding:16px 24px 8px">
    <h2 class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:19px;line-height:25px;mso-line-height-rule:exactly;font-weight:700;color:{{color-ink}}">{{{heading-html}}}</h2>
    </td></tr>
    {{/heading-html}}
    {{#paragraph-html}}
    <tr><td class="edge" style="padding:0 24px 16px">
    <p class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;mso-line-height-rule:exactly;font-weight:400;color:{{color-ink}}">{{{paragraph-html}}}</p>
    </td></tr>
    {{/paragraph-html}}
    {{#numbers}}
    <tr><td class="edge" style="padding:0 24px 8px;font-size:0">
    {{#rows}}
    <!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><![endif]-->
    {{#cells}}
    <!--[if mso]><td width="{{width}}" valign="top"><![endif]-->
    <div class="tile" style="display:inline-block;width:100%;max-width:{{width}}px;margin:0 {{^is-last}}9px{{/is-last}}{{#is-last}}0{{/is-last}} 8px 0;vertical-align:top;background-color:{{color-panel}}">
    <table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="width:100%;border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt"><tr><td style="padding:12px 14px">
    <p class="value" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:24px;line-height:30px;mso-line-height-rule:exactly;font-weight:700;color:{{color-primary}};letter-spacing:-0.01em">{{value}}</p>
    <p class="muted" style="margin:2px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:19px;mso-line-height-rule:exactly;font-weight:400;color:{{color-muted}}">{{label}}</p>
    {{#change}}
    <p class="ink" style="margin:2px 0 0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:19px;mso-line-height-rule:exactly;font-weight:700;color:{{color-ink}}">{{change}}</p>
    {{/change}}
    </td></tr></table>
    </div>
    <!--[if mso]></td>{{^is-last}}<td width="9">&nbsp;</td>{{/is-last}}<![endif]-->
    {{/cells}}
    <!--[if mso]></tr></table><![endif]-->
    {{/rows}}
    </td></tr>
    {{/numbers}}
    {{#picture}}
    {{#caption-html}}
    <tr><td class="edge" style="padding:16px 24px 0">
    <h2 class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:19px;line-height:25px;mso-line-height-rule:exactly;font-weight:700;color:{{color-ink}}">{{{caption-html}}}</h2>
    </td></tr>
    {{/caption-html}}
    {{#text-html}}
    <tr><td class="edge" style="padding:6px 24px 0">
    <p class="ink" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;mso-line-height-rule:exactly;font-weight:400;color:{{color-ink}}">{{{text-html}}}</p>
    </td></tr>
    {{/text-html}}
    <tr><td class="edge" style="padding:10px 24px 0">
    <img src="cid:{{id}}" width="{{width}}" height="{{height}}" alt="{{alternative}}" border="0" style="display:block;width:100%;max-width:{{width}}px;height:auto;border:0;background-color:#ffffff;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;color:{{color-muted}}">
    </td></tr>
    <tr><td class="edge" style="padding:4px 24px 20px">
    {{#note}}
    <p class="muted" style="margin:0 0 4px;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:18px;mso-line-height-rule:exactly;font-weight:400;color:{{color-muted}}">{{note}}</p>
    {{/note}}
    {{#source-html}}
    <p class="muted" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:18px;mso-line-height-rule:exactly;font-weight:400;color:{{color-muted}}">{{{source-html}}}</p>
    {{/source-html}}
    </td></tr>
    {{/picture}}
    {{/parts}}
    {{#marks}}
    <tr><td class="edge" style="padding:0 24px 12px">
    <p class="muted" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:18px;mso-line-height-rule:exactly;font-weight:400;color:{{color-muted}}">{{marks}}</p>
    </td></tr>
    {{/marks}}
    {{#foot-html}}
    <tr><td class="edge" style="padding:4px 24px 0">
    <table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="width:100%;border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt"><tr><td class="rule" style="border-top:1px solid {{color-hairline}};padding:14px 0 0">
    <p class="muted" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:19px;mso-line-height-rule:exactly;font-weight:400;color:{{color-muted}}">{{{foot-html}}}</p>
    </td></tr></table>
    </td></tr>
    {{/foot-html}}
    {{#unsubscribe}}
    <tr><td class="edge" style="padding:8px 24px 0">
    <p class="muted" style="margin:0;font-family:'{{font}}',Helvetica,Arial,sans-serif;font-size:13px;line-height:19px;mso-line-height-rule:exactly;font-weight:400;color:{{color-muted}}"><a class="muted" href="{{unsubscribe}}" style="color:{{color-muted}};text-decoration:underline">{{unsubscribe}}</a></p>
    </td></tr>
    {{/unsubscribe}}
    <tr><td height="24" style="height:24px;font-size:0;line-height:24px">&nbsp;</td></tr>
    </table>
    <!--[if mso]></td></tr></table><![endif]-->
    </td></tr>
    </table>
    </div>
    </body>
    </html>

    """#
