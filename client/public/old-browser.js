// Runs before the page, in words that every browser reads, and says what is missing where the page could not run.
;(function () {
  var isNewEnough = 'noModule' in HTMLScriptElement.prototype && 'popover' in HTMLElement.prototype
  if (isNewEnough) return
  document.documentElement.setAttribute('data-old', '')
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('old').hidden = false
  })
})()
